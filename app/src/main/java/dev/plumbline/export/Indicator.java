package dev.plumbline.export;

import dev.plumbline.requirement.Relation;
import java.math.BigDecimal;

/// What a monitoring system counts or reads for one objective.
sealed interface Indicator {
    /// Counted events, of which a share is good.
    sealed interface Events extends Indicator {
        /// All events.
        Series total();

        /// PromQL for bad events per second over a window, which may be a placeholder.
        String errorRate(String window);

        /// PromQL for the number of bad events in a window.
        String errors(String window);
    }

    /// Good events are counted.
    record Good(Series good, Series total) implements Events {
        @Override
        public String errorRate(String window) {
            return total.rate(window) + " - " + good.rate(window);
        }

        @Override
        public String errors(String window) {
            return total.increase(window) + " - " + good.increase(window);
        }
    }

    /// Bad events are counted. As long as none has happened there is no series of them, which is no error at all.
    record Bad(Series bad, Series total) implements Events {
        @Override
        public String errorRate(String window) {
            return bad.rate(window) + " or vector(0)";
        }

        @Override
        public String errors(String window) {
            return bad.increase(window) + " or vector(0)";
        }
    }

    /// A number that is read now and then.
    ///
    /// @param series the series that are read
    /// @param query PromQL for the worst of them
    /// @param relation how the number has to stand to `value`
    record Gauge(Series series, String query, Relation relation, BigDecimal value) implements Indicator {}
}
