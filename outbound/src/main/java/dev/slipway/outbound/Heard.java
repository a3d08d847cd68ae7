package dev.slipway.outbound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** Listens to one answer, up to where it is long enough. Called by one thread at a time. */
final class Heard implements Response.Listener {

  private final int bytesMax;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();

  Heard(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** What was said, and where it leads if it leads elsewhere. */
  record Reply(Answer.Answered answer, Optional<String> location) {}

  CompletableFuture<Reply> reply() {
    return reply;
  }

  @Override
  public void onContent(Response response, ByteBuffer content) {
    int room = bytesMax - taken.size();
    byte[] bytes = new byte[Math.min(room, content.remaining())];
    content.get(bytes);
    taken.writeBytes(bytes);
    if (content.hasRemaining()) {
      reply.complete(reply(response, true));
      CompletableFuture<Boolean> _ =
          response.abort(new IllegalStateException("There is more than is read"));
    }
  }

  @Override
  public void onComplete(Result result) {
    if (result.isFailed()) {
      reply.completeExceptionally(result.getFailure());
    } else {
      reply.complete(reply(result.getResponse(), false));
    }
  }

  private Reply reply(Response response, boolean cut) {
    return new Reply(
        new Answer.Answered(
            response.getStatus(), headers(response), taken.toString(StandardCharsets.UTF_8), cut),
        Optional.ofNullable(response.getHeaders().get(HttpHeader.LOCATION)));
  }

  private static SortedMap<String, String> headers(Response response) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (HttpField field : response.getHeaders()) {
      String value = Optional.ofNullable(field.getValue()).orElse("");
      headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), value);
    }
    return headers;
  }
}
