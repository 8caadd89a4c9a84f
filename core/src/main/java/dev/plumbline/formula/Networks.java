package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.BANDWIDTH;
import static dev.plumbline.formula.Measures.DATA;
import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.TIME;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Function;
import java.util.List;

/// Times and sizes of moving and keeping data.
final class Networks {
    /// The group index of silica fibre near 1,550 nm.
    private static final double FIBRE_INDEX = 1.468;

    private static final double LIGHT_KM_PER_S = 299_792.458;
    private static final double YEAR_S = 31_557_600;
    private static final double EARTH_RADIUS_KM = 6_371.0088;

    private Networks() {}

    static List<Function> all() {
        return List.of(distance(), roundTrip(), transfer(), inFlight(), throughputWithLoss(), link(), year(), kept());
    }

    private static Function distance() {
        return Function.named("distance")
                .about("the way between two places along the great circle")
                .formula("2 R asin(sqrt(sin²((lat2 - lat1) / 2) + cos(lat1) cos(lat2) sin²((lon2 - lon1) / 2)))")
                .source("R. W. Sinnott 1984, the haversine formula; R = 6371.0088 km, the mean radius of WGS 84")
                .takesCounted("latitude1", NONE, "of the first place in degrees, such as facts.frankfurt.latitude")
                .takesCounted("longitude1", NONE, "of the first place in degrees")
                .takesCounted("latitude2", NONE, "of the second place in degrees")
                .takesCounted("longitude2", NONE, "of the second place in degrees")
                .gives(Dimension.DISTANCE, Networks::haversine);
    }

    private static double haversine(double[] a) {
        double sin1 = StrictMath.sin(Math.toRadians(a[2] - a[0]) / 2);
        double sin2 = StrictMath.sin(Math.toRadians(a[3] - a[1]) / 2);
        double cosines = StrictMath.cos(Math.toRadians(a[0])) * StrictMath.cos(Math.toRadians(a[2]));
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.sqrt(sin1 * sin1 + cosines * sin2 * sin2));
    }

    private static Function roundTrip() {
        return Function.named("rtt_floor")
                .about("the least time from asking over a distance to having the answer: light in fibre, both ways")
                .formula("2 × distance × 1.468 / (299792.458 km/s)")
                .source("group index of silica fibre near 1,550 nm (Corning SMF-28); real routes are 1.1 to 2.2 times"
                        + " as long, see facts.light")
                .takes("distance", Dimension.DISTANCE, "along the great circle, one way")
                .gives(TIME, a -> 2 * a[0] * FIBRE_INDEX / LIGHT_KM_PER_S);
    }

    private static Function transfer() {
        return Function.named("transfer_time")
                .about("how long moving data takes over a link")
                .formula("size / bandwidth")
                .source("definition")
                .takesCounted("size", DATA, "what is moved")
                .takesCounted("bandwidth", BANDWIDTH, "of the slowest link, one way; Gbps is bits, GB/s is bytes")
                .gives(TIME, a -> a[0] / a[1]);
    }

    private static Function inFlight() {
        return Function.named("bandwidth_delay")
                .about("the data that is under way on a full link: the window that fills it")
                .formula("bandwidth × rtt")
                .source("definition; RFC 7323, section 1.1")
                .takesCounted("bandwidth", BANDWIDTH, "of the link")
                .takes("rtt", TIME, "round trip")
                .gives(DATA, a -> a[0] * a[1]);
    }

    private static Function throughputWithLoss() {
        return Function.named("tcp_throughput")
                .about("the most that one TCP connection carries where packets are lost at random")
                .formula("segment / rtt × sqrt(3 / 2) / sqrt(loss)")
                .source("Mathis et al. 1997 (https://doi.org/10.1145/263932.264023), equation 3, without"
                        + " delayed answers")
                .takesCounted("segment", DATA, "of one packet's payload: 1460 B")
                .takes("rtt", TIME, "round trip")
                .takes("loss", NONE, "share of packets lost")
                .gives(BANDWIDTH, a -> a[0] / a[1] * Math.sqrt(1.5 / a[2]));
    }

    private static Function link() {
        return Function.named("link_use")
                .about("the share of a link that some traffic takes; above 100 % it does not fit")
                .formula("rate × size / bandwidth")
                .source("definition")
                .takesCounted("rate", Measures.RATE, "messages")
                .takesCounted("size", DATA, "of one message")
                .takesCounted("bandwidth", BANDWIDTH, "of the link, one way")
                .gives(NONE, a -> a[0] * a[1] / a[2]);
    }

    private static Function year() {
        return Function.named("storage_year")
                .about("what a stream of data adds up to in a year, as stored")
                .formula("rate × size × encoding × copies × 1 year")
                .source("definition; a year is 365.25 days")
                .takesCounted("rate", Measures.RATE, "rows, events or objects")
                .takesCounted("size", DATA, "of one, raw")
                .takes("encoding", NONE, "bytes as stored over raw: 20 % for columns of Parquet, 100 % for raw")
                .takesCounted("copies", NONE, "replicas, the first counted")
                .gives(DATA, a -> a[0] * a[1] * a[2] * a[3] * YEAR_S);
    }

    private static Function kept() {
        return Function.named("storage_kept")
                .about("what is there once as much is deleted as comes in")
                .formula("rate × size × keep × encoding × copies")
                .source("J. D. C. Little 1961 (https://doi.org/10.1287/opre.9.3.383)")
                .takesCounted("rate", Measures.RATE, "rows, events or objects")
                .takesCounted("size", DATA, "of one, raw")
                .takes("keep", TIME, "how long one is kept")
                .takes("encoding", NONE, "bytes as stored over raw")
                .takesCounted("copies", NONE, "replicas, the first counted")
                .gives(DATA, a -> a[0] * a[1] * a[2] * a[3] * a[4]);
    }
}
