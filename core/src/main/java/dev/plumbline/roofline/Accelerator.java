package dev.plumbline.roofline;

/// One accelerator, at its vendor's dense peaks.
///
/// @param peak FLOP/s of matrix arithmetic in the precision that is used
/// @param bandwidth bytes per second from its memory
/// @param memory bytes
/// @param link bytes per second that it can send to its neighbours
public record Accelerator(double peak, double bandwidth, double memory, double link) {
    public Accelerator {
        if (!(peak > 0) || !(bandwidth > 0) || !(memory > 0) || !(link > 0)) {
            throw new IllegalArgumentException("an accelerator's figures are positive, not \"%s, %s, %s, %s\""
                    .formatted(peak, bandwidth, memory, link));
        }
    }
}
