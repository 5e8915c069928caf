"""What Prometheus may ask of the service: how much, how fast, with what end; never the words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import cast

from fastapi import APIRouter, Request, Response
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from index.errors import MinutesError
from qa import Answer, LiveAnswerer

router = APIRouter()


class LiveIndex(Collector):
    """What is being searched at the moment that somebody asks."""

    def __init__(self, live: LiveAnswerer) -> None:
        self.live = live

    def collect(self) -> Iterator[Metric]:
        try:
            built = self.live.built
        except MinutesError:
            yield GaugeMetricFamily("minuted_ready", "Whether questions can be answered.", 0)
            return
        made = datetime.fromisoformat(built.manifest.built_at).timestamp()
        meetings = built.manifest.counts.meetings
        yield GaugeMetricFamily("minuted_ready", "Whether questions can be answered.", 1)
        yield GaugeMetricFamily("minuted_meetings", "Meetings whose minutes are held.", meetings)
        yield GaugeMetricFamily(
            "minuted_built_timestamp_seconds", "When the index was built.", made
        )
        yield InfoMetricFamily("minuted_index", "The live generation.", {"generation": built.id})


class Metrics:
    """Counts of one service since it was started."""

    def __init__(self, live: LiveAnswerer) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(LiveIndex(live))
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self.requests = Counter(
            "minuted_requests",
            "Requests, by the pattern of their address.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.request_seconds = Histogram(
            "minuted_request_seconds",
            "Time from a request to the end of its response.",
            ("route",),
            registry=self.registry,
        )
        self.answers = Counter(
            "minuted_answers",
            "Questions, by how they ended; those before them in a conversation are not counted.",
            ("status",),
            registry=self.registry,
        )
        self.answer_seconds = Histogram(
            "minuted_answer_seconds",
            "Time that answering a question took, by step.",
            ("step",),
            registry=self.registry,
        )

    def count_request(self, method: str, route: str, status: int, seconds: float) -> None:
        self.requests.labels(method, route, status).inc()
        self.request_seconds.labels(route).observe(seconds)

    def count_answer(self, answer: Answer) -> None:
        self.answers.labels(answer.status.value).inc()
        for step, milliseconds in answer.timings_ms.items():
            self.answer_seconds.labels(step).observe(milliseconds / 1000)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    encode, media_type = choose_encoder(request.headers.get("accept", ""))
    counted = cast(Metrics, request.app.state.metrics)
    return Response(encode(counted.registry), headers={"Content-Type": media_type})
