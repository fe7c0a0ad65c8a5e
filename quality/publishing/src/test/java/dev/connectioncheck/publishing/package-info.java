/** Looks at what would be published, as a repository and a user's build would see it. */
@NullMarked
package dev.connectioncheck.publishing;

import org.jspecify.annotations.NullMarked;
