"""One server for everything that this process says over HTTP."""

import asyncio

import pytest
from aiohttp import web

from adapters.http.site import Site
from adapters.problems import PlatformProblem
from bot.settings import HttpSettings
from bot.store import Store, StoreProblem
from tests.http.conftest import FREE, Get


async def hello(_: web.Request) -> web.Response:
    """A platform's answer."""
    return web.Response(text="hello")


async def test_ready_once_everybody_is_there(site: Site, get: Get) -> None:
    """Alive from the first moment, ready once each platform has joined and says that it is."""
    assert await get(site, "/healthz") == (200, "ok\n")
    assert await get(site, "/readyz") == (503, "not ready: first\n")
    up = asyncio.Event()

    async def ready() -> bool:
        return up.is_set()

    async with site.joined("first", ready=ready):
        assert await get(site, "/readyz") == (503, "not ready: first\n")
        up.set()
        assert 'badgewise_platform_ready{platform="first"} 1.0' in (await get(site, "/metrics"))[1]
        assert await get(site, "/readyz") == (200, "ready\n")
    assert 'badgewise_platform_ready{platform="first"} 0.0' in (await get(site, "/metrics"))[1]
    assert await get(site, "/readyz") == (503, "not ready: first\n")


@pytest.mark.parametrize("how", ["broken", "slow"])
async def test_not_ready_without_the_database(
    store: Store, get: Get, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that does not answer, or takes too long, makes a process not ready, yet alive."""

    async def fails(*_: str) -> None:
        if how == "broken":
            raise StoreProblem("gone")
        await asyncio.sleep(60)

    monkeypatch.setattr("adapters.http.site.QUICK", 0.1)
    monkeypatch.setattr(store, "workspace", fails)
    async with Site(store).opened(FREE) as site:
        assert await get(site, "/readyz") == (503, "not ready: database\n")
        assert await get(site, "/healthz") == (200, "ok\n")


async def test_routes_come_and_go(site: Site, get: Get) -> None:
    """A platform's paths answer while it is there; before and after, one is told to come again."""
    assert (await get(site, "/hello"))[0] == 503
    async with site.joined("first", [web.get("/hello", hello), web.post("/told", hello)]):
        assert await get(site, "/hello") == (200, "hello")
        assert (await get(site, "/told"))[0] == 405
        assert (await get(site, "/other"))[0] == 404
    assert (await get(site, "/hello"))[0] == 503


async def test_who_asked_is_answered(site: Site, get: Get) -> None:
    """A platform that leaves waits for the requests under way."""
    begun, go = asyncio.Event(), asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        begun.set()
        await go.wait()
        return web.Response(text="done")

    async with site.joined("first", [web.get("/slow", slow)]):
        asked = asyncio.create_task(get(site, "/slow"))
        await begun.wait()
        asyncio.get_running_loop().call_later(0.2, go.set)
    assert go.is_set(), "it did not wait"
    assert await asked == (200, "done")


async def test_a_taken_port_is_a_sentence(site: Site, store: Store) -> None:
    """Two processes on one port: the second is told what to change."""
    with pytest.raises(PlatformProblem, match=r"http\.port cannot be used .*: choose another port"):
        async with Site(store).opened(HttpSettings(port=site.port)):
            pass


async def test_nothing_is_measured_unless_asked(store: Store, get: Get) -> None:
    """Without metrics there is no page of them."""
    async with Site(store).opened(FREE) as site:
        assert (await get(site, "/metrics"))[0] == 404
