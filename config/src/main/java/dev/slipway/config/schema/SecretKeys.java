package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import java.util.List;

/** The keys of references to secrets. */
final class SecretKeys {

  static final Shape REFERENCE =
      new Shape(
          "reference to a secret",
          "Where the agent of a target finds the value of a secret; the value stands in no"
              + " document.",
          List.of(
              new Key(
                  "file",
                  new Scalar(Formats.NAME),
                  false,
                  "The name of a file in the agent's folder of secrets.",
                  "db-password"),
              new Key(
                  "variable",
                  new Scalar(Formats.VARIABLE),
                  false,
                  "A variable of the agent's own environment that the target's owner allows.",
                  "SHOP_API_KEY"),
              new Key(
                  "program",
                  new Scalar(Formats.NAME),
                  false,
                  "The name of a program that the target's owner put there, which answers with the"
                      + " value.",
                  "pass"),
              new Key(
                  "secret",
                  new Scalar(Formats.SECRET_PATH),
                  false,
                  "What the program is asked for. Only with program, which needs it.",
                  "shop/database"),
              new Key(
                  "vault",
                  new Scalar(Formats.SECRET_PATH),
                  false,
                  "The path of a secret in the store that the target's owner named, which speaks as"
                      + " Vault's key/value engine of version 2 does.",
                  "shop/database"),
              new Key(
                  "field",
                  new Scalar(Formats.SECRET_FIELD),
                  false,
                  "Which field of it. Only with vault, which needs it.",
                  "password"),
              new Key(
                  "sealed",
                  new Scalar(Formats.NAME),
                  false,
                  "The name of a secret that was set with `slipway secret set`; it needs a"
                      + " version.",
                  "db-password"),
              new Key(
                  "param",
                  new Scalar(Formats.PARAMETER),
                  false,
                  "A parameter of type secret, which says the sealed one. Only in the application"
                      + " that declares it.",
                  "api_token"),
              new Key(
                  "version",
                  new Scalar(Formats.SECRET_VERSION),
                  false,
                  "Which version of it; another one is another release. Not with variable or"
                      + " param.",
                  "3")),
          List.of("file", "variable", "program", "vault", "sealed", "param"));

  /** The key under which services and jobs have their secrets. */
  static final Key SECRETS =
      new Key(
          "secrets",
          new Named(Formats.VARIABLE, new Known(REFERENCE), 100),
          false,
          "Environment variables whose values only the agent finds, by name.",
          "{DATABASE_PASSWORD: {file: db-password, version: 3}}");

  private SecretKeys() {}
}
