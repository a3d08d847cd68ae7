package dev.slipway.bench.subject;

import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Connection;
import dev.slipway.bench.floor.BareServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An AOT cache for the servers and one for the floor's, made before anything is measured, as the
 * launcher makes its own after a build. What making them costs is in no result.
 *
 * @param server of a server that rehearsed its day
 * @param floor of a bare server that answered once
 */
public record Caches(Path server, Path floor) {

  /** Makes both in a folder, which must stay as long as they are used. */
  public static Caches learned(Folder folder) {
    Path server = folder.resolve("server.aot");
    Jvm.run(
        folder.resolve("rehearsal.log"),
        List.of("-XX:AOTCacheOutput=" + server),
        List.of("dev.slipway.app.Main", "rehearse", folder.resolve("rehearsal").toString()));
    Path floor = folder.resolve("floor.aot");
    try (Jvm jvm =
            Jvm.start(
                folder.resolve("floor.log"),
                folder.resolve("address"),
                List.of("-XX:AOTCacheOutput=" + floor),
                List.of(BareServer.class.getName(), folder.path().toString()));
        Connection connection = Connection.to(jvm.address())) {
      connection.ask("POST", "/", Map.of(), "an event");
    } catch (IOException failure) {
      throw new BenchFailed("The floor's server did not answer", failure);
    }
    return new Caches(server, floor);
  }

  /** The option that has a JVM use a cache. */
  public static String use(Path cache) {
    return "-XX:AOTCache=" + cache;
  }
}
