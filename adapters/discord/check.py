"""What is wrong with the token, the application or its permissions, one sentence each."""

import asyncio
import logging

import aiohttp
import discord
from discord.http import Route

from adapters.discord.client import point_at
from adapters.discord.manifest import application_commands, invites
from adapters.discord.syncing import PATH, outdated
from bot.settings import Settings

Json = dict[str, object]
PATIENCE = 10.0
UNREACHABLE = (
    discord.HTTPException,
    discord.GatewayNotFound,
    aiohttp.ClientError,
    OSError,
    ValueError,
)
FEW = 10  # connections left today


async def check(settings: Settings) -> list[str]:
    """Asks Discord; empty when all is well."""
    if settings.discord.token is None:
        return ["discord.token is not set."]
    point_at(settings.discord.api_url)
    logging.getLogger("discord").setLevel(logging.ERROR)
    client = discord.Client(intents=discord.Intents.none())
    try:
        async with asyncio.timeout(PATIENCE):
            await client.login(settings.discord.token.get_secret_value())
            return await _problems(client)
    except discord.LoginFailure:
        return ["discord.token is refused: copy it anew from the application's Bot page."]
    except UNREACHABLE as error:
        return [f"Discord could not be asked ({type(error).__name__}); try again later."]
    finally:
        await client.close()


async def _problems(client: discord.Client) -> list[str]:
    application: Json = await client.http.request(Route("GET", "/applications/@me"))
    found = _application_problems(application)
    _, _, limit = await client.http.get_bot_gateway()
    if limit["remaining"] < FEW:
        found.append(f"only {limit['remaining']} connections are left today; restart less often.")
    return [*found, *await _command_problems(client)]


def _application_problems(application: Json) -> list[str]:
    found = []
    if application.get("interactions_endpoint_url"):
        found.append(
            "the application sends interactions to an Interactions Endpoint URL, so none come "
            "here: clear it on its General Information page."
        )
    if application.get("bot_require_code_grant"):
        found.append(
            "the application requires an OAuth2 code grant, so the invite link fails: switch that "
            "off on its Bot page."
        )
    installs = application.get("integration_types_config")
    if isinstance(installs, dict) and "1" not in installs:
        found.append(
            "people cannot add it to their own account: switch User Install on, on its "
            "Installation page."
        )
    if isinstance(installs, dict) and "0" not in installs:
        found.append("servers cannot add it: switch Guild Install on, on its Installation page.")
    return found


async def _command_problems(client: discord.Client) -> list[str]:
    route = Route("GET", PATH, application_id=client.application_id)
    try:
        there = await client.http.request(route, params={"with_localizations": "true"})
    except discord.Forbidden:
        links = " ".join(invites(str(client.application_id)))
        return [f"the permission applications.commands is missing: invite it again. {links}"]
    if not outdated(application_commands(), there):
        return []
    stale = "the registered commands are another version's; `badgewise run` registers them anew."
    return [stale]
