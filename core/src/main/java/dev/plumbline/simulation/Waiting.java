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
        /// The earliest deadline first, as set by the calls that led here.
        DEADLINE
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
