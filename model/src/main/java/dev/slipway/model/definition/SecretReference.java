package dev.slipway.model.definition;

import dev.slipway.model.SecretName;
import dev.slipway.model.SecretPath;
import java.util.Optional;

/**
 * Where the agent of a target finds the value of a secret. The value itself is known there alone.
 */
public sealed interface SecretReference {

  /** In words, such as {@code file db-password, version 3}; it tells nothing of the value. */
  String words();

  /**
   * A file in the folder where the target's owner keeps secrets.
   *
   * @param version absent for the file without one
   */
  record File(SecretName name, Optional<Integer> version) implements SecretReference {
    @Override
    public String words() {
      return "file " + name + words(version);
    }

    private static String words(Optional<Integer> version) {
      return version.map(number -> ", version " + number).orElse("");
    }
  }

  /** A variable of the agent's own environment, which the target's owner allows. */
  record Variable(String name) implements SecretReference {
    @Override
    public String words() {
      return "variable " + name;
    }
  }

  /**
   * What a program answers that the target's owner put there.
   *
   * @param secret what it is asked for
   * @param version absent for whichever it holds to be the present one
   */
  record Program(SecretName name, SecretPath secret, Optional<Integer> version)
      implements SecretReference {
    @Override
    public String words() {
      return "program " + name + ", " + secret + File.words(version);
    }
  }

  /**
   * A field of a secret in the store that the target's owner named, which speaks as Vault does.
   *
   * @param version absent for the newest
   */
  record Vault(SecretPath path, String field, Optional<Integer> version)
      implements SecretReference {
    @Override
    public String words() {
      return "vault " + path + ", field " + field + File.words(version);
    }
  }

  /** A version of a secret that is sealed to the environment's key. */
  record Sealed(SecretName name, int version) implements SecretReference {
    @Override
    public String words() {
      return "sealed " + name + File.words(Optional.of(version));
    }
  }

  /**
   * Whatever a parameter of type secret says. It stands in documents only: what is delivered has
   * the sealed one in its place.
   */
  record Parameter(String name) implements SecretReference {
    @Override
    public String words() {
      return "parameter " + name;
    }
  }
}
