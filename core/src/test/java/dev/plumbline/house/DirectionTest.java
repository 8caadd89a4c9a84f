package dev.plumbline.house;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DirectionTest {
    private static final ClassDesc DESIGN = ClassDesc.of("dev.plumbline.design.Design");
    private static final MethodTypeDesc TAKES_NOTHING = MethodTypeDesc.of(CD_void);

    @Test
    void everyPackageOfTheLibraryUsesOnlyWhatLiesBelow() {
        assertThat(Directions.broken(Path.of("target", "classes"))).isEmpty();
    }

    @Test
    void anEngineThatTakesADesignIsFound() {
        assertThat(broken(
                        "simulation.Planted",
                        it -> it.withMethod(
                                "run", MethodTypeDesc.of(CD_void, DESIGN), ClassFile.ACC_ABSTRACT, _ -> {})))
                .containsExactly("dev.plumbline.simulation.Planted uses dev.plumbline.design.Design: "
                        + "an engine knows only engines, so that it can be read and tested alone");
    }

    @Test
    void aTypeThatIsOnlyNamedInAGenericSignatureIsFound() {
        var designs = SignatureAttribute.of(Signature.parseFrom("Ljava/util/List<Ldev/plumbline/design/Design;>;"));
        assertThat(broken("source.Planted", it -> it.withField("all", CD_Object, field -> field.with(designs))))
                .containsExactly("dev.plumbline.source.Planted uses dev.plumbline.design.Design: "
                        + "imports go downward, and design is above");
    }

    @Test
    void siblingsThatUseEachOtherAreFound() {
        assertThat(broken(
                        "source.Planted",
                        it -> it.withField(
                                "queue", ClassDesc.of("dev.plumbline.queueing.Queue"), ClassFile.ACC_PRIVATE)))
                .containsExactly("dev.plumbline.source.Planted uses dev.plumbline.queueing.Queue: "
                        + "siblings do not use each other");
    }

    @Test
    void aPackageWithoutATierIsFound() {
        assertThat(broken("helpers.Planted", _ -> {}))
                .containsExactly("dev.plumbline.helpers.Planted is in a package that has no tier; "
                        + "give it one in Directions");
    }

    @Test
    void theYamlLibraryIsFoundOutsideSource() {
        var yaml = ClassDesc.of("org.snakeyaml.engine.v2.events.Event");
        Consumer<ClassBuilder> holdsYaml = it -> it.withField("event", yaml, ClassFile.ACC_PRIVATE);
        assertThat(broken("design.Planted", holdsYaml))
                .containsExactly(
                        "dev.plumbline.design.Planted uses org.snakeyaml.engine.v2.events.Event: " + "only source may");
        assertThat(broken("source.Planted", holdsYaml)).isEmpty();
    }

    @Test
    void theClockTheTerminalAndFilesAreFoundOutsideTheDoors() {
        Consumer<ClassBuilder> leaks = it -> it.withMethodBody(
                "leak",
                TAKES_NOTHING,
                0,
                code -> code.invokestatic(ClassDesc.of("java.lang.System"), "nanoTime", MethodTypeDesc.of(CD_long))
                        .pop2()
                        .getstatic(ClassDesc.of("java.lang.System"), "out", ClassDesc.of("java.io.PrintStream"))
                        .pop()
                        .ldc(ClassDesc.of("java.nio.file.Files"))
                        .pop()
                        .return_());
        assertThat(broken("report.Planted", leaks))
                .containsExactly(
                        "dev.plumbline.report.Planted uses java.nio.file.Files: the doors pass it in",
                        "dev.plumbline.report.Planted uses java.lang.System.nanoTime(): the doors pass it in",
                        "dev.plumbline.report.Planted uses java.lang.System.out: the doors pass it in");
        assertThat(broken("cli.Planted", leaks)).isEmpty();
    }

    @Test
    void aStaticFieldThatCanChangeIsFound() {
        assertThat(broken("cli.Planted", it -> it.withField("count", CD_int, ClassFile.ACC_STATIC)))
                .containsExactly("dev.plumbline.cli.Planted has a static field \"count\" that can change; "
                        + "state belongs to objects");
        assertThat(broken(
                        "cli.Planted", it -> it.withField("COUNT", CD_int, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)))
                .isEmpty();
    }

    @Test
    void aStringOfTheProgramThatLooksLikeATypeIsLeftAlone() {
        assertThat(broken(
                        "source.Planted",
                        it -> it.withMethodBody(
                                "say",
                                TAKES_NOTHING,
                                0,
                                code -> code.ldc("Ldev/plumbline/design/Design;")
                                        .pop()
                                        .return_())))
                .isEmpty();
    }

    private static List<String> broken(String name, Consumer<ClassBuilder> content) {
        return Directions.broken(ClassUse.of(ClassFile.of().build(ClassDesc.of("dev.plumbline." + name), content)));
    }
}
