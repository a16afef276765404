package io.souschef.web.server;

import io.souschef.web.WebServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may come: only under a name of this machine, from no page of another site, and with
 * the token where there is one.
 */
final class Gate extends Handler.Wrapper {

  private static final String COOKIE = "souschef";

  /** Scripts, pictures and wires only from here; WebGL needs no more. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";

  private final WebServer.Address address;

  Gate(WebServer.Address address) {
    this.address = address;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put("Content-Security-Policy", POLICY);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
    String host = request.getHeaders().get(HttpHeader.HOST);
    if (!isOurs(host)) {
      return refuse(response, callback, "This server is not called by that name");
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
      return refuse(response, callback, "Pages of other sites may not do this");
    }
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if ("cross-site".equals(site) && !"GET".equals(request.getMethod())) {
      return refuse(response, callback, "Pages of other sites may not do this");
    }
    if (!address.token().isEmpty() && !showsToken(request)) {
      return refuse(response, callback, "A token is needed; open the address that serve printed");
    }
    if (!address.token().isEmpty()
        && Request.extractQueryParameters(request).get("token") != null) {
      Response.addCookie(
          response,
          HttpCookie.build(COOKIE, address.token())
              .httpOnly(true)
              .path("/")
              .sameSite(HttpCookie.SameSite.STRICT)
              .build());
    }
    return super.handle(request, response, callback);
  }

  /**
   * Whether a request is for this machine: a foreign name that was made to point here would make
   * pages of that name ours.
   */
  private boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
    boolean here =
        name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    // Where a token is needed, a name alone opens nothing.
    return here || !address.token().isEmpty() || name.equals(address.host());
  }

  private boolean showsToken(Request request) {
    Fields query = Request.extractQueryParameters(request);
    String bearer = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (matches(query.getValue("token"))
        || (bearer != null && bearer.startsWith("Bearer ") && matches(bearer.substring(7)))) {
      return true;
    }
    List<HttpCookie> cookies = Request.getCookies(request);
    return cookies.stream()
        .anyMatch(cookie -> cookie.getName().equals(COOKIE) && matches(cookie.getValue()));
  }

  private boolean matches(@Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            address.token().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean refuse(Response response, Callback callback, String why) {
    response.setStatus(HttpStatus.FORBIDDEN_403);
    response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8"));
    response.write(
        true, Objects.requireNonNull(StandardCharsets.UTF_8.encode(why + "\n")), callback);
    return true;
  }
}
