package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.SecretName;
import dev.slipway.model.SecretPath;
import dev.slipway.model.definition.SecretReference;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads where secrets are found. */
final class SecretsReader {

  private final Problems problems;

  SecretsReader(Problems problems) {
    this.problems = problems;
  }

  /** The references of a service or a job by their variables; empty where there are none. */
  Optional<SortedMap<String, SecretReference>> read(Node.Fields owner) {
    SortedMap<String, SecretReference> references = new TreeMap<>();
    for (Node.Field field : owner.fields("secrets")) {
      refuseBoth(owner, field);
      reference(field).ifPresent(reference -> references.put(field.name(), reference));
    }
    return Optional.of(Collections.unmodifiableSortedMap(references)).filter(all -> !all.isEmpty());
  }

  private void refuseBoth(Node.Fields owner, Node.Field field) {
    if (owner.fields("variables").stream().anyMatch(open -> open.name().equals(field.name()))) {
      problems.add(
          field.place(),
          "variable-and-secret",
          Excerpt.of(field.name()) + " is one of the 'variables' too. Keep one of the two.");
    }
  }

  /** One reference; empty where its keys do not fit each other. */
  Optional<SecretReference> reference(Node.Field field) {
    if (!(field.value() instanceof Node.Fields keys)) {
      return Optional.empty();
    }
    Optional<Integer> version = number(keys);
    if (keys.field("program").isEmpty()) {
      refuse(keys, "secret", "stands only beside 'program'; a file or a variable has its name");
    }
    if (keys.field("vault").isEmpty()) {
      refuse(keys, "field", "stands only beside 'vault'");
    }
    if (keys.field("variable").isPresent()) {
      refuse(keys, "version", "is not for a variable, which has one value");
      return keys.text("variable").map(name -> new SecretReference.Variable(name.value()));
    }
    if (keys.field("param").isPresent()) {
      refuse(keys, "version", "is said by the parameter");
      return keys.text("param").map(name -> new SecretReference.Parameter(name.value()));
    }
    if (keys.field("program").isPresent()) {
      return program(keys, version);
    }
    if (keys.field("vault").isPresent()) {
      return vault(keys, version);
    }
    if (keys.field("sealed").isPresent()) {
      return sealed(keys, version);
    }
    return name(keys, "file").map(name -> new SecretReference.File(name, version));
  }

  private Optional<SecretReference> program(Node.Fields keys, Optional<Integer> version) {
    demand(keys, "secret", "A program is asked for a 'secret', and this one is asked for none.");
    return name(keys, "program")
        .flatMap(name ->
            keys.text("secret")
                .map(secret -> new SecretPath(secret.value()))
                .map(path -> new SecretReference.Program(name, path, version)));
  }

  private Optional<SecretReference> vault(Node.Fields keys, Optional<Integer> version) {
    demand(keys, "field", "A secret in Vault has fields, and this one names none.");
    return keys.text("vault")
        .map(path -> new SecretPath(path.value()))
        .flatMap(path ->
            keys.text("field")
                .map(field -> new SecretReference.Vault(path, field.value(), version)));
  }

  /** A version that nobody wrote would change under a delivery that says what runs. */
  private Optional<SecretReference> sealed(Node.Fields keys, Optional<Integer> version) {
    demand(keys, "version", "A sealed secret is referred to by its 'version'.");
    return name(keys, "sealed")
        .flatMap(name -> version.map(number -> new SecretReference.Sealed(name, number)));
  }

  private void demand(Node.Fields keys, String key, String why) {
    if (keys.field(key).isEmpty()) {
      problems.add(keys.place(), "key-missing", why + " Name it.");
    }
  }

  private void refuse(Node.Fields keys, String key, String why) {
    keys.field(key)
        .ifPresent(field ->
            problems.add(field.place(), "key-not-here", "'%s' %s. Remove it.".formatted(key, why)));
  }

  private static Optional<SecretName> name(Node.Fields keys, String key) {
    return keys.text(key).map(text -> new SecretName(text.value()));
  }

  private static Optional<Integer> number(Node.Fields keys) {
    return keys.text("version").map(text -> Integer.valueOf(text.value()));
  }
}
