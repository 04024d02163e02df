import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** For measuring on this machine only: trusts whoever answers, so that both sides of a comparison do the same work. */
final class Trust {

    private Trust() {}

    static SSLContext everybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, new SecureRandom());
        return context;
    }

    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
        @Override
        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
    }
}
