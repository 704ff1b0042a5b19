"""Carries events to the shop: signed for WhatsApp, with the secret header for Telegram, in order within a chat,
again and again until it answers 200, as both platforms do."""

import asyncio
import hashlib
import hmac
import json
import logging
import secrets
import time
from itertools import groupby
from urllib.parse import urlsplit

import httpx

from bot.simulator.meta_events import signature, written
from bot.simulator.store import Post
from bot.simulator.world import World

LONGEST_WAIT = 60.0
AT_ONCE = 8
log = logging.getLogger("haat.simulator")


class PostOffice:
    def __init__(self, world: World) -> None:
        self.world = world
        self._verified = False

    async def run(self) -> None:
        """Post until cancelled."""
        async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
            while True:
                bell = self.world.store.bell
                waiting = self.world.store.waiting_posts("whatsapp")
                if self.world.store.setting("telegram_webhook"):
                    waiting += self.world.store.waiting_posts("telegram")
                waiting += self.world.store.waiting_posts("razorpay")
                now = time.time()
                if due := self._due(waiting, now):
                    await self._round(client, due)
                    continue
                pause = min((post.not_before - now for post in waiting if post.not_before > now), default=None)
                try:
                    await asyncio.wait_for(bell.wait(), pause)
                except TimeoutError:
                    continue

    def _due(self, waiting: list[Post], now: float) -> list[list[Post]]:
        """The chats whose oldest event may go now, each with its events in order."""

        def chat(post: Post) -> tuple[str, str]:
            return post.channel, post.address

        chats = [list(posts) for _, posts in groupby(sorted(waiting, key=chat), key=chat)]
        return [posts for posts in chats if posts[0].not_before <= now]

    async def _round(self, client: httpx.AsyncClient, chats: list[list[Post]]) -> None:
        room = asyncio.Semaphore(AT_ONCE)

        async def carry(posts: list[Post]) -> None:
            async with room:
                for post in posts:
                    if not await self._deliver(client, post):
                        return

        await asyncio.gather(*(carry(posts) for posts in chats))

    async def _deliver(self, client: httpx.AsyncClient, post: Post) -> bool:
        try:
            for _ in range(2 if self.world.faults.twice else 1):
                answer = await self._carry(client, post)
                answer.raise_for_status()
        except httpx.HTTPError as error:
            wait = min(LONGEST_WAIT, 0.25 * 2 ** min(post.attempts, 10))
            log.info("the shop did not take event %s (%s); again in %.1f s", post.id, type(error).__name__, wait)
            self.world.store.postpone(post, time.time() + wait)
            return False
        self.world.store.posted(post)
        return True

    async def _carry(self, client: httpx.AsyncClient, post: Post) -> httpx.Response:
        match post.channel:
            case "whatsapp":
                return await self._to_whatsapp(client, post)
            case "telegram":
                return await self._to_telegram(client, post)
            case _:
                return await self._to_razorpay_hook(client, post)

    async def _to_razorpay_hook(self, client: httpx.AsyncClient, post: Post) -> httpx.Response:
        raw, account = json.dumps(post.body).encode(), self.world.razorpay
        key = account.webhook_secret.encode() if account else b""
        headers = {
            "Content-Type": "application/json",
            "X-Razorpay-Signature": hmac.new(key, raw, hashlib.sha256).hexdigest(),
            "X-Razorpay-Event-Id": f"evt_{post.id}",
        }
        return await client.post(f"{self.world.app_url}/webhooks/razorpay", content=raw, headers=headers)

    async def _to_whatsapp(self, client: httpx.AsyncClient, post: Post) -> httpx.Response:
        url, account = f"{self.world.app_url}/webhooks/whatsapp", self.world.account
        if not self._verified:
            await self._verify(client, url)
        raw = written(post.body)
        headers = {"Content-Type": "application/json", "X-Hub-Signature-256": signature(account.app_secret, raw)}
        return await client.post(url, content=raw, headers=headers)

    async def _verify(self, client: httpx.AsyncClient, url: str) -> None:
        """Meta's handshake: the shop must know the verify token and return the challenge."""
        challenge = str(secrets.randbelow(10**9))
        asked = {
            "hub.mode": "subscribe",
            "hub.challenge": challenge,
            "hub.verify_token": self.world.account.verify_token,
        }
        answer = await client.get(url, params=asked)
        if answer.status_code != 200 or answer.text != challenge:
            raise httpx.RequestError(f"the shop did not answer the verification ({answer.status_code})")
        self._verified = True

    async def _to_telegram(self, client: httpx.AsyncClient, post: Post) -> httpx.Response:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.world.store.setting("telegram_secret") or ""}
        # Whatever public name the shop gave, here it stands for this machine.
        url = self.world.app_url + urlsplit(self.world.store.setting("telegram_webhook") or "").path
        return await client.post(url, json={"update_id": post.id, **post.body}, headers=headers)
