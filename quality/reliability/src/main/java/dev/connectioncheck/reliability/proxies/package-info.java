/** The checks behind real proxies: not part of the ordinary build, since the proxies have to be installed. */
@NullMarked
package dev.connectioncheck.reliability.proxies;

import org.jspecify.annotations.NullMarked;
