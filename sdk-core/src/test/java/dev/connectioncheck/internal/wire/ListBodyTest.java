package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.internal.json.UnreadableAnswerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is read up to 64 MiB, and not a byte further. */
class ListBodyTest {
    private static final long MOST = 64L << 20;

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void aListUpToTheBoundIsRead(long more) throws IOException {
        Object read = body(MOST + more).readBy(ListBodyTest::counted);

        assertThat(read).isEqualTo(MOST + more);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, MOST})
    void aLongerListIsRefused(long more) {
        assertThatExceptionOfType(AnswerTooLongException.class)
                .isThrownBy(() -> body(MOST + more).readBy(ListBodyTest::counted))
                .withMessage("The answer is longer than 64 MiB.");
    }

    @Test
    void aByteThatIsReadAloneCounts() throws IOException {
        ListBody body = body(MOST + 1);
        byte[] piece = new byte[1 << 16];
        for (long left = MOST; left > 0; left -= piece.length) {
            assertThat(body.readNBytes(piece, 0, piece.length)).isEqualTo(piece.length);
        }

        assertThatExceptionOfType(AnswerTooLongException.class).isThrownBy(body::read);
    }

    @Test
    void aByteThatIsReadAloneIsItselfUntilTheEnd() throws IOException {
        ListBody body = new ListBody(
                new ByteArrayInputStream(new byte[] {0, (byte) 0xff}),
                new AnswerTooLongException(200, Optional.empty(), ListBody.MAX_BYTES));

        assertThat(new int[] {body.read(), body.read(), body.read()}).containsExactly(0, 255, -1);
    }

    private static Object counted(InputStream stream) {
        try {
            byte[] piece = new byte[1 << 16];
            long count = 0;
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                count += read;
            }
            return count;
        } catch (IOException e) {
            throw new UnreadableAnswerException("no JSON"); // which is not what is told
        }
    }

    private static ListBody body(long size) {
        return new ListBody(new Blanks(size), new AnswerTooLongException(200, Optional.empty(), ListBody.MAX_BYTES));
    }

    /** So many bytes that cost nothing. */
    static final class Blanks extends InputStream {
        private long left;

        Blanks(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            left -= count;
            return count;
        }
    }
}
