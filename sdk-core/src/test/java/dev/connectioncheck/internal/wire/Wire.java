package dev.connectioncheck.internal.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.util.function.Function;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** OkHttp's side of an interceptor, without a network. */
public final class Wire {
    private Wire() {}

    public static Connection connection(Socket socket) {
        return connection(socket, Protocol.HTTP_1_1);
    }

    public static Connection connection(Socket socket, Protocol protocol) {
        return pretend(Connection.class, method -> method.equals("protocol") ? protocol : socket);
    }

    /** A chain whose vendor answers everything with this status; the request that it got is the answer's. */
    public static Interceptor.Chain chain(Request request, @Nullable Connection connection, int status) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "request" -> request;
            case "connection" -> connection;
            case "proceed" -> response((Request) arguments[0], status, "");
            default -> throw new UnsupportedOperationException(method.getName());
        };
        return pretend(Interceptor.Chain.class, handler);
    }

    public static Response response(Request request, int status, String body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, null))
                .build();
    }

    private static <T> T pretend(Class<T> type, Function<String, Object> results) {
        return pretend(type, (proxy, method, arguments) -> results.apply(method.getName()));
    }

    private static <T> T pretend(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
