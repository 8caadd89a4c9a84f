package dev.plumbline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DoorsDirectionTest {
    @Test
    void everyPackageOfTheDoorsUsesOnlyWhatLiesBelow() {
        assertThat(Directions.broken(Path.of("target", "classes"))).isEmpty();
    }
}
