package dev.plumbline.assessment;

import dev.plumbline.quantity.Dimension;
import java.util.List;
import java.util.Optional;

/// What an engine makes of a reading.
sealed interface Meter {
    /// A value in each world.
    ///
    /// @param values by world, in base units; infinite where something grows without bound
    /// @param trace names and figures behind it, most important first
    /// @param cause why the value is what it is, in one sentence with numbers
    /// @param caveat what the value hides or leaves out, which has to be said also where all is well
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared; a list would box every world
    record Read(
            double[] values,
            Dimension dimension,
            Evidence.Kind kind,
            String engine,
            List<String> trace,
            Optional<String> cause,
            Optional<String> caveat)
            implements Meter {
        public Read {
            trace = List.copyOf(trace);
        }

        /// A value that hides nothing.
        Read(
                double[] values,
                Dimension dimension,
                Evidence.Kind kind,
                String engine,
                List<String> trace,
                Optional<String> cause) {
            this(values, dimension, kind, engine, trace, cause, Optional.empty());
        }

        Read but(Optional<String> hidden) {
            return new Read(values, dimension, kind, engine, trace, cause, hidden);
        }
    }

    /// Nothing here can read it.
    ///
    /// @param reason why, and what would help
    record Blind(String reason) implements Meter {}
}
