package dev.connectioncheck.internal.wire;

import java.lang.reflect.InvocationHandler;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.Map;
import java.util.function.Function;
import okhttp3.Address;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** OkHttp's side of an interceptor, without a network. */
public final class Wire {
    private Wire() {}

    public static Connection connection(Socket socket) {
        return connection(socket, Protocol.HTTP_1_1);
    }

    public static Connection connection(Socket socket, Protocol protocol) {
        Map<String, Object> facts = Map.of("protocol", protocol, "socket", socket, "hashCode", 1, "equals", true);
        return pretend(Connection.class, facts::get);
    }

    /** A connection through a proxy, or through none. */
    public static Connection connection(Proxy proxy) {
        Address address = new OkHttpClient().address(HttpUrl.get("https://api.toy.test/"));
        Route route = new Route(address, proxy, InetSocketAddress.createUnresolved("proxy.test", 3128));
        return pretend(Connection.class, method -> method.equals("route") ? route : null);
    }

    /** A chain whose vendor answers everything with this status; the request that it got is the answer's. */
    public static Interceptor.Chain chain(Request request, @Nullable Connection connection, int status) {
        Call call = new OkHttpClient().newCall(request);
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "request" -> request;
            case "call" -> call;
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
        return type.cast(
                java.lang.reflect.Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
