package dev.goodgate.lab;

import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.serve.DemandStage;
import dev.goodgate.lab.serve.Plan;
import dev.goodgate.lab.serve.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;

/// The lab as a server: one address at which `/ID/…` plays the fault of that id and `/` lists them
/// all, and beside it the addresses of all faults that need one of their own.
public final class LabServer implements AutoCloseable {
    private final Site site;
    private final DemandStage demand;

    private LabServer(Site site, DemandStage demand) {
        this.site = site;
        this.demand = demand;
    }

    /// Opens the lab: every endpoint from this first port on, files in this folder, the faults on
    /// demand at this address. Throws IOException naming what is in the way.
    public static LabServer open(InetSocketAddress listen, int base, Path folder)
            throws IOException {
        Plan plan = plan(base, folder);
        Site site = Site.open(plan);
        try {
            String index = IndexPage.of(plan);
            return new LabServer(site, new DemandStage(listen, () -> index));
        } catch (IOException e) {
            site.close();
            throw e;
        }
    }

    /// Where the whole catalogue is when the lab begins at this port.
    public static Plan plan(int base, Path folder) {
        return new Plan(
                Catalogue.ALL.stream().flatMap(s -> s.probes().stream()).toList(), base, folder);
    }

    /// Where faults are played on demand.
    public SocketAddress address() {
        return demand.address();
    }

    /// Where everything is.
    public Plan plan() {
        return site.plan();
    }

    @Override
    public void close() throws IOException {
        demand.close();
        site.close();
    }
}
