"""``python -m tests.eval``: how well free text is read, beside simpler means."""

import argparse
from collections.abc import Callable, Iterable, Sequence

from bot.advice.relevance import Link
from tests.eval import baseline, data, errors, measures, report, timing
from tests.eval.data import Part
from tests.eval.judged import Judge
from tests.eval.metrics import percentile
from tests.eval.report import Both

_TEXTS = 420  # long texts to read


def _pairs(judge: Judge, *, show_errors: bool) -> Iterable[str]:
    rows = data.pairs()
    judged = {part: judge.pairs(data.of(part, rows)) for part in Part}
    if show_errors:
        yield from errors.pairs(judged[Part.DEV])
        yield from errors.slips(judge.slips(judged[Part.DEV], draws=1))
        return

    def figures(part: Part) -> measures.Figures:
        links = [one.link for one in judged[part]]
        fit = measures.of_pairs(data.of(part, rows), links, measures.ranks(links))
        return {**fit, **measures.of_slips(judge.slips(judged[part]))}

    program = Both(figures(Part.DEV), figures(Part.HELD))
    others = [
        ("words in common", _simpler(rows, baseline.overlap)),
        ("sentence model", _simpler(rows, baseline.embedding)),
    ]
    yield from report.table(program, others)


def _simpler(
    rows: Sequence[data.Pair], score: Callable[[Sequence[data.Pair]], list[float] | None]
) -> Both | None:
    """The figures of a simpler means, its thresholds chosen on the dev part; None without it."""
    dev, held = data.of(Part.DEV, rows), data.of(Part.HELD, rows)
    scores = score([*dev, *held])
    if scores is None:
        return None
    on_dev, on_held = scores[: len(dev)], scores[len(dev) :]
    thresholds = baseline.chosen(dev, on_dev)

    def links(values: Sequence[float]) -> list[Link]:
        return [thresholds.link(value) for value in values]

    return Both(
        measures.of_pairs(dev, links(on_dev), on_dev),
        measures.of_pairs(held, links(on_held), on_held),
    )


def _messages(judge: Judge, *, show_errors: bool) -> Iterable[str]:
    judged = judge.messages(data.messages())
    if show_errors:
        yield from errors.messages(judged)
        return
    parts = {part: [one for one in judged if one.message.part is part] for part in Part}
    yield from report.table(
        Both(measures.of_messages(parts[Part.DEV]), measures.of_messages(parts[Part.HELD]))
    )


def _issuers(judge: Judge, *, show_errors: bool) -> Iterable[str]:
    judged = judge.issuers(data.issuers())
    if show_errors:
        yield from errors.issuers(judged)
        return
    parts = {part: [one for one in judged if one.issuer.part is part] for part in Part}
    yield from report.table(
        Both(measures.of_issuers(parts[Part.DEV]), measures.of_issuers(parts[Part.HELD]))
    )


def _costs(judge: Judge) -> Iterable[str]:
    times = timing.reading(judge.library, timing.long_texts(data.messages(), _TEXTS))
    yield (
        f"reading a message of {timing.LENGTH} characters: p50 {percentile(times, 50):.2f} ms, "
        f"p99 {percentile(times, 99):.2f} ms (N {len(times)})"
    )
    for kept, how in ((True, "kept from an earlier start"), (False, "read and checked anew")):
        cost = timing.load(kept=kept)
        yield f"knowledge and readers, {how}: {cost.seconds:.2f} s, {cost.mib:.0f} MiB"


_SECTIONS = {"pairs": _pairs, "messages": _messages, "issuers": _issuers}


def main() -> None:
    """Prints what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--errors", choices=["dev"], help="list what came out wrong instead")
    parser.add_argument("--only", choices=list(_SECTIONS), help="one kind of text alone")
    options = parser.parse_args()
    judge = Judge()
    for name, section in _SECTIONS.items():
        if options.only in (None, name):
            print(f"\n{name}", flush=True)
            for line in section(judge, show_errors=bool(options.errors)):
                print(line, flush=True)
    if not (options.only or options.errors):
        print("\ncosts")
        for line in _costs(judge):
            print(line, flush=True)


if __name__ == "__main__":
    main()
