"""A bare discord.py bot that answers /advise alone: ``python -m … API GATEWAY TOKEN``."""

import sys

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

ANSWER = "You asked about {text}. " + "This is an answer of some length. " * 20


def main(api: str, gateway: str, token: str) -> None:
    """Serves until it is ended."""
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    client = discord.Client(intents=discord.Intents.none())
    tree = discord.app_commands.CommandTree(client)

    @tree.command()
    async def advise(interaction: discord.Interaction, credential: str, goal: str) -> None:
        """Echoes."""
        text = ANSWER.format(text=f"{credential} {goal}")
        await interaction.response.send_message(text, ephemeral=True)

    client.run(token, log_handler=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
