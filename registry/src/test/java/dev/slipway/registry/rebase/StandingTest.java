package dev.slipway.registry.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageTag;
import dev.slipway.registry.Gate;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is put onto a base beside what it was, at a real registry. */
class StandingTest {

  private static final ImageTag OWN = new ImageTag("own");

  @TempDir private Path folder;
  private Workbench bench;
  private RealRegistry registry;
  private Gate gate;
  private Digest pushed;

  @BeforeEach
  void open() throws IOException {
    bench = Workbench.in(folder);
    registry = bench.registry();
    gate = bench.gate();
    pushed = bench.pushed();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Optional<ImageName> stand(String version) throws Refusal {
    return bench
        .rebasing()
        .stand(bench.name("team/shop:1.4").pinned(pushed), bench.name("base/run:" + version), OWN);
  }

  private String refusal(String version) {
    return catchThrowableOfType(Refusal.class, () -> stand(version)).code();
  }

  @Test
  void an_image_gets_a_tag_of_its_own_once_and_is_what_a_rebase_makes_of_it() throws Refusal {
    Optional<ImageName> made = stand("13.2");
    assertThat(made)
        .contains(bench.name("team/shop:own").pinned(bench.resolve("own").orElseThrow()));
    assertThat(bench.resolve("1.4")).contains(pushed);
    int asked = gate.asked().size();
    assertThat(stand("13.2")).isEqualTo(made);
    List<String> again = gate.asked().subList(asked, gate.asked().size());
    assertThat(again).allMatch(it -> it.startsWith("GET") || it.startsWith("HEAD"));
    Report byHand =
        bench
            .rebasing()
            .carryOut(
                new Rebasing.Wish(
                    bench.name("team/shop:1.4"),
                    bench.name("base/run:13.2"),
                    Optional.of("other"),
                    false,
                    false));
    assertThat(byHand.result().digest()).isEqualTo(made.flatMap(ImageName::digest));
  }

  @Test
  void an_image_that_stands_on_the_base_stays_as_it_is() throws Refusal {
    assertThat(stand("13.1")).isEmpty();
    assertThat(bench.resolve("own")).isEmpty();
  }

  @Test
  void what_somebody_else_put_under_that_tag_is_left_as_it_is() throws Refusal {
    Digest theirs = registry.push("team/shop", "own", Sample.of("theirs"));
    assertThat(refusal("13.2")).isEqualTo("tag-taken");
    assertThat(bench.resolve("own")).contains(theirs);
  }

  @Test
  void what_somebody_else_puts_there_meanwhile_is_left_as_it_is() throws Refusal {
    gate.justBefore("POST", () -> registry.push("team/shop", "own", Sample.of("theirs")));
    assertThat(refusal("13.2")).isEqualTo("tag-moved");
    assertThat(bench.resolve("own")).contains(Bases.digest(Sample.of("theirs")));
  }

  @Test
  void another_server_that_makes_the_same_meanwhile_is_no_trouble() throws Refusal {
    gate.justBefore("POST", () -> assertThatCode(() -> stand("13.2")).doesNotThrowAnyException());
    Optional<Digest> made = stand("13.2").flatMap(ImageName::digest);
    assertThat(made).isPresent().isEqualTo(bench.resolve("own"));
    assertThat(gate.asked())
        .filteredOn(it -> it.startsWith("PUT") && it.endsWith("/manifests/own"))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void what_must_not_be_moved_is_not_moved_by_itself_either() throws Refusal {
    pushed =
        registry.push("team/shop", "1.4", bench.app().label("io.buildpacks.rebasable", "false"));
    assertThat(refusal("13.2")).isEqualTo("not-rebasable");
    registry.push("base/run", "13.2", Bases.after().machine("architecture", "arm64"));
    assertThat(refusal("13.2")).isEqualTo("other-platform");
    assertThat(bench.resolve("own")).isEmpty();
  }
}
