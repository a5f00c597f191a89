"""Whether an answer held everybody up, told apart from a machine that is busy with other work."""

import resource
import time

STALL = 0.25  # seconds
ME = getattr(resource, "RUSAGE_THREAD", resource.RUSAGE_SELF)


class Watch:
    """Started with an answer; asked once, when it is there."""

    def __init__(self) -> None:
        self._wall, self._work = time.perf_counter(), time.thread_time()
        self._pushed = resource.getrusage(ME).ru_nivcsw
        self._found: bool | None = None

    def stalled(self) -> bool:
        """It worked so long, or it took so long though nobody took the processor from it."""
        if self._found is None:
            self._found = self._long()
        return self._found

    def _long(self) -> bool:
        if time.thread_time() - self._work > STALL:
            return True
        late = time.perf_counter() - self._wall > STALL
        return late and resource.getrusage(ME).ru_nivcsw == self._pushed
