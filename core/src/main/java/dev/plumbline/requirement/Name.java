package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Span;

/// A name in a sentence, as typed: of a path, a component, data, a model, a scenario, a metric or an attribute.
/// Whether there is such a thing is for the reader of the whole design to say, who needs its span for that.
public record Name(String text, Span span) {
    public Place place() {
        return span.place();
    }
}
