package dev.slipway.bench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

  /** Three chunks and the last one, which is empty. */
  private static final String STREAM =
      String.join(
          "\r\n",
          "HTTP/1.1 200 OK",
          "Transfer-Encoding: chunked",
          "",
          "9",
          "data: one",
          "8",
          "\n\ndata: ",
          "4",
          "two\n",
          "0",
          "",
          "");

  @Test
  void a_line_of_a_stream_is_whole_whatever_chunks_it_comes_in() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Connection connection =
            Connection.to(URI.create("http://127.0.0.1:" + server.getLocalPort()));
        Socket peer = server.accept()) {
      peer.getOutputStream().write(STREAM.getBytes(StandardCharsets.US_ASCII));
      connection.begin("/", Map.of());
      assertThat(connection.streamed()).isEqualTo("data: one");
      assertThat(connection.streamed()).isEmpty();
      assertThat(connection.streamed()).isEqualTo("data: two");
      assertThat(connection.streamed()).isEmpty();
    }
  }
}
