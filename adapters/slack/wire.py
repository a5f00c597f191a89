"""The way out: Slack's Web API and response URLs, through one session."""

import base64
import logging
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

log = logging.getLogger("badgewise.slack")
API = "https://slack.com/api/"
PATIENCE = 10  # seconds for one call
Answer = Mapping[str, Any]


def base_url(configured: str) -> str:
    """Where the Web API is."""
    return f"{configured.rstrip('/')}/" if configured else API


class Wire:
    """Calls are made once: only a rate limit is waited for, nothing is sent a second time."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._session = session
        self.client = AsyncWebClient(
            base_url=url, session=session, timeout=PATIENCE, logger=logging.getLogger("slack_sdk")
        )
        self.client.retry_handlers = [AsyncRateLimitErrorRetryHandler()]

    async def ask(self, method: str, token: str, **values: Any) -> Answer:
        """Calls a method. Raises SlackApiError, or what the connection raises."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        response = await self.client.api_call(method, json=values, headers=headers)
        return response.data if isinstance(response.data, dict) else {}

    async def exchange(self, client_id: str, client_secret: str, **values: str) -> Answer:
        """Hands in a code for a token. Raises as ``ask`` does."""
        pair = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
        response = await self.client.api_call(
            "oauth.v2.access", data=values, headers={"Authorization": f"Basic {pair}"}
        )
        return response.data if isinstance(response.data, dict) else {}

    async def call(self, method: str, token: str, **values: Any) -> Answer | None:
        """Calls a method; None, and a line in the log, when it did not do."""
        try:
            return await self.ask(method, token, **values)
        except SlackApiError as error:
            log.warning("%s was refused: %s", method, error.response.get("error", "unknown"))
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("%s did not get through: %s", method, type(error).__name__)
        return None

    async def respond(self, url: str, message: Mapping[str, Any]) -> bool:
        """Answers through a response URL."""
        hook = AsyncWebhookClient(
            url,
            session=self._session,
            timeout=PATIENCE,
            retry_handlers=[AsyncRateLimitErrorRetryHandler()],
            logger=logging.getLogger("slack_sdk"),
        )
        try:
            status = (await hook.send_dict(dict(message))).status_code
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("a follow-up did not get through: %s", type(error).__name__)
            return False
        if status != 200:
            log.warning("a follow-up was refused: status %d", status)
        return status == 200
