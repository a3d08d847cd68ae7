package dev.slipway.loop.access;

import dev.slipway.config.Compiled.Invalid;
import dev.slipway.config.Compiled.Valid;
import dev.slipway.config.Documents;
import dev.slipway.config.Problem;
import dev.slipway.loop.door.Papers;
import dev.slipway.model.command.Document;
import java.util.ArrayList;
import java.util.List;

/** Documents as {@code config} reads them. Stateless. */
public final class CompiledPapers implements Papers {

  @Override
  public Compiled compile(List<Paper> papers) {
    List<Document> documents = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (Paper paper : papers) {
      switch (Documents.compile(paper.file(), paper.content())) {
        case Valid valid -> documents.addAll(valid.documents());
        case Invalid invalid -> invalid.problems().forEach(it -> mistakes.add(mistake(it)));
      }
    }
    return mistakes.isEmpty()
        ? new Compiled(documents, List.of())
        : new Compiled(List.of(), mistakes);
  }

  private static Mistake mistake(Problem problem) {
    return new Mistake(
        problem.file(),
        problem.line(),
        problem.column(),
        problem.code(),
        problem.message(),
        problem.nearest());
  }
}
