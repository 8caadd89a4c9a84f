package dev.plumbline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GlanceTest {
    private static final Session BEGUN =
            Held.taken(Held.taken(Session.of("pay", Story.FRAUD), "payments", "86.4M payment/day"), "peak_factor", "2");

    @Test
    void figuresFollowFromTheAnswers() {
        Glance glance = Held.WORKSHOP.glance(Held.taken(BEGUN, "scorer-time", "4 ms"));
        // 1,000 req/s on average and 2,000 at peak; 3 replicas of 4 threads with 4 ms each: 2000 * 0.004 / 12 = 67 %
        // busy
        assertThat(glance.figures().get("peak")).startsWith("2k req/s");
        assertThat(glance.figures().get("busiest")).matches("scorer, 6[567]\\.?\\d* %");
        // 1,000 per second of 1.2 KB for 400 days: 41.5 TB
        assertThat(glance.figures().get("storage")).startsWith("41.5 TB");
        assertThat(glance.figures()).containsKeys("cost", "p99");
    }

    @Test
    void anOverloadIsSaid() {
        Glance glance = Held.WORKSHOP.glance(Held.taken(BEGUN, "scorer-time", "20 ms"));
        assertThat(glance.figures().get("busiest")).startsWith("scorer, ");
        assertThat(glance.figures().get("busiest")).matches("scorer, (9[5-9](\\.\\d)?|100) %");
    }

    @Test
    void aVerdictComesAsSoonAsItsSentenceIsAgreed() {
        Session asked = Held.taken(BEGUN, "asks", "it must be fast");
        Glance before = Held.WORKSHOP.glance(asked);
        Glance after = Held.WORKSHOP.glance(Held.taken(asked, "latency", "2 ms"));
        assertThat(before.statuses()).containsExactly(Map.entry("latency", Status.UNMEASURABLE));
        assertThat(after.turned(before)).containsExactly(Map.entry("latency", Status.MISSED));
    }

    @Test
    void whatChangedIsSaidWithWhatItWas() {
        Glance before = new Glance(Map.of("cost", "1 USD/month", "p99", "4 ms"), Map.of("a", Status.MET));
        Glance after = new Glance(Map.of("cost", "2 USD/month", "p99", "4 ms"), Map.of("a", Status.MET));
        assertThat(after.changed(before)).containsExactly("cost 2 USD/month (was 1 USD/month)");
        assertThat(after.turned(before)).isEmpty();
    }
}
