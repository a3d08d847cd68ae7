package dev.slipway.app.demo;

import dev.slipway.app.outside.Unexpected;
import dev.slipway.app.outside.WorkingCopy;
import dev.slipway.model.Sha;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The sample application in a real Git repository. */
record SampleRepository(WorkingCopy copy) {

  private static final String SAMPLE = "/demo/shop/";

  static SampleRepository make(Path folder) {
    WorkingCopy copy = WorkingCopy.make(folder, "shop");
    copy.write(
        "slipway.yaml",
        sample("slipway.yaml").replace("@JAVA_HOME@", System.getProperty("java.home")));
    copy.write("src/Web.java", sample("src/Web.java"));
    Path program = copy.write("bin/web", sample("bin/web"));
    if (!program.toFile().setExecutable(true)) {
      throw new Unexpected(program + " cannot be made executable");
    }
    return new SampleRepository(copy);
  }

  String url() {
    return copy.url();
  }

  /** Commits a new offer and pushes it; an empty offer makes the shop's health check fail. */
  Sha push(String offer) {
    copy.write("offer.txt", offer);
    return copy.push("Offer: " + offer);
  }

  private static String sample(String name) {
    try (InputStream in = SampleRepository.class.getResourceAsStream(SAMPLE + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
