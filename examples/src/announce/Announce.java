/** Says what the quick start is doing, before Maven, which is told to be quiet, has built what it runs. */
public final class Announce {
    private Announce() {}

    public static void main(String[] args) {
        System.out.println("Building the SDK from its sources, which takes a minute or two. Then stand-ins for the four"
                + " vendors start in this process, and all of their connections are checked.");
    }
}
