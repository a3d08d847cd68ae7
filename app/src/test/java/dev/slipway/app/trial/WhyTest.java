package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.trial.Waiting.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a delivery waits for at a real server: {@code slipway why} prints a line and who may
 * type it, somebody with that role and no more types it, and the delivery goes on.
 */
class WhyTest {

  /** One wait may be for several things, and each is met by its own line. */
  private static final int LINES_MAX = 4;

  @TempDir private Path folder;

  static Stream<Kind> kinds() {
    return Waiting.kinds();
  }

  @Test
  void there_are_at_least_twelve_kinds() {
    Set<String> names = kinds().map(Kind::name).collect(Collectors.toSet());
    assertThat(names).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_printed_line_typed_by_whom_it_names_makes_it_go_on(Kind kind) {
    try (Running slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1));
        Scene scene = Scene.at(slipway, folder)) {
      String wanted = kind.begin().apply(scene);
      for (int lines = 0; lines < LINES_MAX && !scene.isInForce(wanted); lines++) {
        scene.awaitWaysOr(wanted).stream().limit(1).forEach(way -> meet(scene, kind, way));
      }
      scene.api().awaitInForce("shop", "staging", wanted);
    }
  }

  private static void meet(Scene scene, Kind kind, Scene.Way way) {
    String said = scene.personWith(way.role()).type(way.command()).orFail();
    kind.then().accept(scene, said);
    scene.awaitOther(way);
  }
}
