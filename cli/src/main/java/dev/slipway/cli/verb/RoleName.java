package dev.slipway.cli.verb;

import dev.slipway.wire.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role that a person or a token may have, as it is written everywhere else. */
final class RoleName implements ITypeConverter<Role> {

  @Override
  public Role convert(String text) {
    return switch (text) {
      case "viewer" -> Role.VIEWER;
      case "reporter" -> Role.REPORTER;
      case "deployer" -> Role.DEPLOYER;
      case "approver" -> Role.APPROVER;
      case "owner" -> Role.OWNER;
      case "admin" -> Role.ADMIN;
      default ->
          throw new TypeConversionException(
              "'%s' is no role; the roles are viewer, reporter, deployer, approver, owner and admin"
                  .formatted(text));
    };
  }
}
