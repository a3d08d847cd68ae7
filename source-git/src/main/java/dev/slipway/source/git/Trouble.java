package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.source.git.GitCommand.Outcome;
import java.util.List;
import java.util.Locale;

/**
 * Says in our own words why the origin could not be asked. Git's words may hold credentials of the
 * address, paths, and whatever the other side chose to print; they are looked at and never
 * repeated.
 */
final class Trouble {

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              "dubious ownership",
              "repository-owner",
              "The repository's folder belongs to another user than this server's."),
          new Sign(
              "could not read username",
              "repository-access",
              "The repository wants a login that is missing."),
          new Sign(
              "authentication failed", "repository-access", "The repository refused the login."),
          new Sign("permission denied", "repository-access", "The repository refused access."),
          new Sign("returned error: 401", "repository-access", "The repository wants a login."),
          new Sign("returned error: 403", "repository-access", "The repository refused access."),
          new Sign(
              "does not appear to be a git repository",
              "repository-not-found",
              "There is no Git repository at the address."),
          new Sign(
              "not found",
              "repository-not-found",
              "There is no Git repository at the address, or it is hidden from this server."),
          new Sign(
              "no such file or directory",
              "repository-not-found",
              "There is no Git repository at the address."),
          new Sign(
              "could not resolve host",
              "repository-unreachable",
              "The repository's host is not known to this server's resolver."),
          new Sign(
              "connection refused",
              "repository-unreachable",
              "The repository's host refused the connection."),
          new Sign(
              "failed to connect",
              "repository-unreachable",
              "The repository's host could not be connected to."),
          new Sign(
              "timed out",
              "repository-unreachable",
              "The repository's host did not answer in time."),
          new Sign(
              "certificate",
              "repository-certificate",
              "The host's certificate could not be verified."),
          new Sign(
              "mismatched algorithms",
              "repository-object-format",
              "The repository uses SHA-256 object ids, which are not supported yet."),
          new Sign(
              "no space left on device",
              "mirror-disk-full",
              "There is no room for the mirror on this server's disk."));

  private Trouble() {}

  /**
   * How a trouble is told from others.
   *
   * @param mark what git's complaint holds then, in lower case
   */
  private record Sign(String mark, String code, String sentence) {}

  static Reason of(Address address, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed(String complaint) ->
          address
              .login()
              .flatMap(login -> SshTrouble.of(login.host(), complaint))
              .orElseGet(() -> of(complaint.toLowerCase(Locale.ROOT)));
      case Outcome.TimedOut() ->
          new Reason("repository-timeout", "The repository did not answer in time.");
      case Outcome.TooMuchOutput() ->
          new Reason("repository-too-many-refs", "The repository listed more than 64 MiB of refs.");
      case Outcome.NotRun() ->
          new Reason(
              "git-not-run", "The git command could not be run; is git installed on the server?");
      case Outcome.Succeeded(String _) ->
          new Reason("mirror-broken", "The mirror of the repository could not be made anew.");
    };
  }

  private static Reason of(String complaint) {
    return SIGNS.stream()
        .filter(sign -> complaint.contains(sign.mark()))
        .findFirst()
        .map(sign -> new Reason(sign.code(), sign.sentence()))
        .orElseGet(
            () -> new Reason("repository-unavailable", "Git could not read the repository."));
  }
}
