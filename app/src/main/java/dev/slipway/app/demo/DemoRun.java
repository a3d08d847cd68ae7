package dev.slipway.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs the demo in a folder of its own, says how it went, and clears up after itself. */
public final class DemoRun {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoRun() {}

  /**
   * Runs it through.
   *
   * @param once whether to stop everything at the end; otherwise the server stays until Enter is
   *     pressed
   * @return whether every step saw what it should
   */
  public static boolean run(boolean once, boolean json) {
    Path folder = makeFolder();
    Consumer<Step> listener = json ? step -> {} : DemoRun::print;
    if (!json) {
      System.out.println(
          "A sample shop, in a real repository, from dev over staging to production.");
    }
    try (Stage stage = Stage.in(folder)) {
      List<Step> steps = stage.demo(listener).run();
      boolean ok = steps.stream().allMatch(Step::ok);
      if (json) {
        System.out.println(json(ok, steps));
      }
      if (!once && ok) {
        stage.stayOpen();
      }
      return ok;
    }
  }

  private static Path makeFolder() {
    try {
      return Files.createTempDirectory("slipway-demo-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void print(Step step) {
    System.out.println((step.ok() ? "ok    " : "FAIL  ") + step.name());
    step.evidence()
        .seen()
        .forEach((name, value) -> System.out.println("        " + name + ": " + value));
  }

  private static String json(boolean ok, List<Step> steps) {
    ObjectNode result = JSON.createObjectNode().put("ok", ok);
    ArrayNode list = result.putArray("steps");
    for (Step step : steps) {
      ObjectNode node = list.addObject().put("name", step.name()).put("ok", step.ok());
      ObjectNode evidence = node.putObject("evidence");
      step.evidence().seen().forEach(evidence::put);
    }
    return result.toString();
  }
}
