package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.source.git.SshHost;
import java.nio.file.Path;
import java.util.List;

/**
 * The Git hosts that whoever started the server named, with their files in the folder of secrets.
 */
public final class SshHosts {

  private SshHosts() {}

  /**
   * The hosts.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static List<SshHost> of(ServerOptions.Calls calls) {
    if (calls.ssh().isEmpty()) {
      return List.of();
    }
    Path folder =
        calls
            .secretFiles()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "--ssh names files of --secret-files; name that folder, too."));
    return SshHost.eachOnce(
        calls.ssh().stream()
            .map(one ->
                SshHost.of(
                    one.host(),
                    folder.resolve(one.key().value()),
                    folder.resolve(one.knownHosts().value())))
            .toList());
  }
}
