package dev.slipway.cli.verb;

import dev.slipway.config.Compiled;
import dev.slipway.model.Bytes;
import dev.slipway.model.command.Document;
import dev.slipway.wire.DocumentKind;
import dev.slipway.wire.DocumentProblem;
import dev.slipway.wire.DocumentSummary;
import dev.slipway.wire.Documents;
import dev.slipway.wire.File;
import dev.slipway.wire.Validation;
import java.util.ArrayList;
import java.util.List;

/** Validates documents here, as the server would, and answers as the server would. */
final class LocalValidation {

  private LocalValidation() {}

  static Validation of(Documents documents) {
    List<DocumentSummary> summaries = new ArrayList<>();
    List<DocumentProblem> problems = new ArrayList<>();
    for (File file : documents.files()) {
      switch (dev.slipway.config.Documents.compile(file.name(), Bytes.ofUtf8(file.content()))) {
        case Compiled.Valid(List<Document> compiled) ->
            compiled.forEach(document -> summaries.add(summary(document)));
        case Compiled.Invalid invalid ->
            invalid.problems().forEach(problem -> problems.add(located(problem)));
      }
    }
    return new Validation(problems.isEmpty(), summaries, problems);
  }

  private static DocumentSummary summary(Document document) {
    String digest = document.digest().toString();
    return switch (document) {
      case Document.OfApplication(var definition, _) ->
          new DocumentSummary(DocumentKind.APPLICATION, definition.name().toString(), digest);
      case Document.OfEnvironment(var definition, _) ->
          new DocumentSummary(DocumentKind.ENVIRONMENT, definition.name().toString(), digest);
      case Document.OfEnvironmentGroup(var definition, _) ->
          new DocumentSummary(DocumentKind.ENVIRONMENT_GROUP, definition.name().toString(), digest);
      case Document.OfLabelledTarget(var definition, _) ->
          new DocumentSummary(DocumentKind.TARGET, definition.name().toString(), digest);
      case Document.OfResource(var definition, _) ->
          new DocumentSummary(DocumentKind.RESOURCE, definition.name().toString(), digest);
      case Document.OfTarget(var definition, _) ->
          new DocumentSummary(DocumentKind.TARGET, definition.id().toString(), digest);
      case Document.OfOverlay(var definition, _) ->
          new DocumentSummary(DocumentKind.OVERLAY, definition.name().toString(), digest);
      case Document.OfPolicy(var definition, _) ->
          new DocumentSummary(DocumentKind.POLICY, definition.name().toString(), digest);
      case Document.OfNotification(var definition, _) ->
          new DocumentSummary(DocumentKind.NOTIFICATION, definition.name().toString(), digest);
      case Document.OfOwner(var definition, _) ->
          new DocumentSummary(DocumentKind.OWNER, definition.name().toString(), digest);
    };
  }

  private static DocumentProblem located(dev.slipway.config.Problem problem) {
    return new DocumentProblem(
        problem.file(),
        problem.line(),
        problem.column(),
        problem.code(),
        problem.message(),
        problem.nearest());
  }
}
