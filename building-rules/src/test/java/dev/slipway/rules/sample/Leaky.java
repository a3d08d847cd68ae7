package dev.slipway.rules.sample;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.model.Bytes;
import dev.slipway.model.state.Shipment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file, compiles it and knows of shipments: too much for most rooms. */
public final class Leaky {

  private Leaky() {}

  static Compiled compile(Path file) throws IOException {
    return Documents.compile("sample", Bytes.of(Files.readAllBytes(file)));
  }

  static String text(Shipment shipment) {
    return shipment.toString();
  }
}
