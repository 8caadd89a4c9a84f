package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Place;
import java.util.Optional;

/// One requirement of a design.
///
/// @param id its key in the file
/// @param ask the stakeholder's sentence, verbatim
/// @param must what is measured and what it has to be; empty as long as nobody has said so
/// @param tolerable what is accepted where the target is not reached
/// @param stretch what would delight
/// @param from who asks, when and why
/// @param measured where and by what it is measured in the running system
/// @param otherwise what happens where it is missed
/// @param status how far it is agreed
/// @param place where it stands
public record Requirement(
        String id,
        Optional<String> ask,
        Optional<Sentence> must,
        Optional<Amount> tolerable,
        Optional<Amount> stretch,
        Optional<Origin> from,
        Optional<Measurement> measured,
        Optional<Consequence> otherwise,
        Status status,
        Place place) {

    /// How far a requirement is agreed.
    public enum Status {
        /// Only asked for.
        OPEN,
        /// Made measurable, by a person or a proposal.
        PROPOSED,
        /// Agreed with whoever asks.
        AGREED
    }

    /// Who asks, when and why; what is not known is empty.
    public record Origin(String who, String date, String because) {}

    /// How the running system is measured. What is not said is empty.
    ///
    /// @param at the hop at which it is taken, such as `gateway`
    /// @param by the metric, by the name it has in the monitoring system
    /// @param where which of the metric's series count, such as `job="pay", route="/x"`
    /// @param excluding the events that do not count, in words
    public record Measurement(
            Optional<String> at, Optional<String> by, Optional<String> where, Optional<String> excluding) {}

    /// What happens where a requirement is missed.
    ///
    /// @param within how soon, as typed
    /// @param act what is done, such as `page`
    /// @param meanwhile what answers until it is
    public record Consequence(Optional<String> within, Optional<String> act, Optional<String> meanwhile) {}

    /// A requirement in its short form. One with a sentence counts as agreed, one without as open.
    public static Requirement of(String id, Optional<String> ask, Optional<Sentence> must, Place place) {
        Status status = must.isPresent() ? Status.AGREED : Status.OPEN;
        return new Requirement(
                id,
                ask,
                must,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status,
                place);
    }
}
