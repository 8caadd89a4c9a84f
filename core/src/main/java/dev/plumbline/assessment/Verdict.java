package dev.plumbline.assessment;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Evidence against a requirement's target.
///
/// @param id the requirement's name
/// @param ask the stakeholder's sentence, verbatim
/// @param must the requirement's sentence, verbatim
/// @param meter the reading in words, without its target: `p99 latency of rank at peak`
/// @param target relation and target: `<= 120 ms`
/// @param chance the share of worlds that meet it
/// @param value what was read, with its 90 % interval over worlds
/// @param evidence all evidence, strongest kind first
/// @param reason why it is missed, at risk or cannot be judged; one sentence with numbers, empty when there is nothing
/// to say
/// @param place the requirement's line
public record Verdict(
        String id,
        Optional<String> ask,
        Optional<String> must,
        Optional<String> meter,
        Optional<String> target,
        Status status,
        OptionalDouble chance,
        Optional<Figure> value,
        List<Evidence> evidence,
        String reason,
        Place place) {
    public Verdict {
        evidence = List.copyOf(evidence);
    }
}
