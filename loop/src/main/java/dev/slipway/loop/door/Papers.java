package dev.slipway.loop.door;

import dev.slipway.model.Bytes;
import dev.slipway.model.command.Document;
import java.util.List;
import java.util.Optional;

/** Reads documents. Thread-safe. */
public interface Papers {

  record Paper(String file, Bytes content) {}

  /** One thing that is wrong, and where; line and column from 1. */
  record Mistake(
      String file, int line, int column, String code, String message, Optional<String> nearest) {}

  /** Documents, or what is wrong; with any mistake there are no documents. */
  record Compiled(List<Document> documents, List<Mistake> mistakes) {
    public Compiled {
      documents = List.copyOf(documents);
      mistakes = List.copyOf(mistakes);
    }
  }

  Compiled compile(List<Paper> papers);
}
