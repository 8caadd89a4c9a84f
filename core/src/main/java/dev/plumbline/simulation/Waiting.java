package dev.plumbline.simulation;

/// A replica's queue.
///
/// @param limit how many requests may wait, beyond those in service; a request that finds it full is shed
/// @param order who is served next
public record Waiting(int limit, Order order) {
    /// Who is served next.
    public enum Order {
        /// First come, first served.
        FIFO,
        /// Last come, first served; nobody in service is interrupted.
        LIFO,
        /// The path with the lowest priority number first, first come first served within it; nobody in service is
        /// interrupted.
        PRIORITY,
        /// The earliest deadline first, as set by the calls that led here; first come first served among requests
        /// without any.
        DEADLINE;

        /// Where turns of another rank begin; no run has as many visits.
        private static final double RANK = 0x1p42;

        private static final double NEVER = 0x1p52;

        /// Whose is the least of those who wait is next.
        ///
        /// @param turn counts those who came
        double key(long turn, double deadline, int priority) {
            return switch (this) {
                case FIFO -> turn;
                case LIFO -> -turn;
                case PRIORITY -> Math.min(priority, 1 << 10) * RANK + turn;
                case DEADLINE -> deadline < NEVER ? deadline : NEVER + turn;
            };
        }
    }

    /// No limit, first come first served.
    public static final Waiting UNLIMITED = new Waiting(Integer.MAX_VALUE, Order.FIFO);

    public Waiting {
        if (limit < 0) {
            throw new IllegalArgumentException("a queue's limit may not be negative, not \"%d\"".formatted(limit));
        }
    }

    /// First come, first served, at most `limit` waiting.
    public static Waiting atMost(int limit) {
        return new Waiting(limit, Order.FIFO);
    }

    boolean limited() {
        return limit != Integer.MAX_VALUE;
    }
}
