package dev.slipway.config;

import dev.slipway.model.command.Document;
import java.util.List;

/** What became of a file of documents: all of it is valid, or none of it is used. */
public sealed interface Compiled {

  /** The documents in the order of the file; never empty. */
  record Valid(List<Document> documents) implements Compiled {
    public Valid {
      documents = List.copyOf(documents);
    }
  }

  /** The mistakes in the order of the file; 1 to 20 of them. */
  record Invalid(List<Problem> problems) implements Compiled {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
