package dev.connectioncheck.spi;

import dev.connectioncheck.CheckTarget;
import java.util.List;

/**
 * Makes a vendor's client and targets out of texts, for whoever has nothing else: a file, a command line, properties.
 *
 * <p>Vendor modules offer one as a service ({@link java.util.ServiceLoader}, {@code META-INF/services} and
 * {@code provides}), so that configuration, command and framework support work for a vendor that they never heard of.
 * An implementation has a public constructor without parameters, is immutable, and sends nothing.
 */
public interface VendorModule {
    /**
     * Returns the vendor's short name, as its targets give it too.
     *
     * @return the name in lower case
     */
    String vendor();

    /**
     * Lists the keys that {@link #client} understands.
     *
     * @return the keys in the order in which help shows them
     */
    List<SettingKey> clientKeys();

    /**
     * Lists the keys that {@link #target} understands.
     *
     * @return the keys in the order in which help shows them
     */
    List<SettingKey> targetKeys();

    /**
     * Makes a client.
     *
     * @param settings values of the {@link #clientKeys()}, and perhaps an HTTP client of the user's
     * @return a client that has sent nothing
     * @throws InvalidSettingException if a value is missing or can't be used; names the key and never shows a secret
     */
    VendorClient client(Settings settings);

    /**
     * Makes a target.
     *
     * @param settings values of the {@link #targetKeys()}
     * @return a target without name and account
     * @throws InvalidSettingException if a value is missing or can't be used; names the key and never shows a secret
     */
    CheckTarget target(Settings settings);
}
