"""``badgewise check``: whether Slack takes what is set."""

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.problems import PlatformProblem
from adapters.slack.serve import own_workspace, secret
from adapters.slack.wire import Wire, base_url
from bot.settings import Settings


async def check(settings: Settings) -> list[str]:
    """What is wrong, one sentence each; nothing when all is fine. Nothing is sent to anybody."""
    async with aiohttp.ClientSession() as session:
        wire = Wire(base_url(settings.slack.api_url), session)
        try:
            if settings.slack.mode == "socket":
                await _socket(wire, settings)
            else:
                await _http(wire, settings)
        except PlatformProblem as problem:
            return [str(problem)]
        except SlackApiError as error:
            return [f"Slack refused the check ({error.response.get('error', 'unknown')})."]
        except (aiohttp.ClientError, TimeoutError) as error:
            return [f"Slack could not be reached ({type(error).__name__})."]
    return []


async def _socket(wire: Wire, settings: Settings) -> None:
    token = secret(settings.slack.app_token, "slack.app_token")
    await own_workspace(wire, secret(settings.slack.bot_token, "slack.bot_token"))
    try:
        await wire.ask("apps.connections.open", token)
    except SlackApiError as error:
        raise PlatformProblem(
            f"Slack does not take slack.app_token ({error.response.get('error', 'unknown')}): it "
            "needs the scope connections:write; make one under Basic Information."
        ) from None


async def _http(wire: Wire, settings: Settings) -> None:
    slack = settings.slack
    secret(slack.signing_secret, "slack.signing_secret")
    if slack.bot_token:
        await own_workspace(wire, slack.bot_token.get_secret_value())
        return
    if not slack.client_id:
        raise PlatformProblem(
            "Set slack.bot_token for one workspace, or slack.client_id and slack.client_secret for "
            "many."
        )
    secret(slack.client_secret, "slack.client_secret")
