package dev.plumbline.smell;

import dev.plumbline.diagnostic.Problems;

/// A rule about a design's requirements. Each has a page, `docs/rules/<rule>.md`.
interface Smell {
    /// Notes what it finds.
    void find(Held held, Problems problems);
}
