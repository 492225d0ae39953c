import { describe, expect, it } from 'vitest';
import { read } from '../../state/reading.ts';
import { EVERYTHING, visible } from '../../state/filter.ts';
import { small } from '../../state/small.ts';
import { bow, involvement, middle, PLACES, routes, shade, spots, within } from './places.ts';
import world from 'world-atlas/countries-50m.json';

/** ISO 3166-1 alpha-3, whole. */
const ISO =
  'ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN ' +
  'BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH ' +
  'FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN ' +
  'IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL ' +
  'MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL ' +
  'PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA ' +
  'TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE ';

const ids = new Set(world.objects.countries.geometries.map((one) => ('id' in one && one.id !== undefined ? one.id : one.properties.name)));

/** Ani is of France now, Budi of Japan. */
function abroad(): ReturnType<typeof read> {
  const snapshot = small();
  const of = (code: string) => ({ code, name: code });
  return read({ ...snapshot, entities: snapshot.entities.map((one) => ({ ...one, country: { ani: of('FRA'), budi: of('JPN') }[one.id] ?? null })) });
}

describe('the table of places', () => {
  it('gives every ISO 3166-1 code its shape or its point', () => {
    const codes = ISO.trim().split(' ');
    expect(codes).toHaveLength(249);
    const lost = codes.filter((code) => {
      const place = PLACES.get(code);
      return !place || !(place.shape === null || ids.has(place.shape)) || !place.point.every(Number.isFinite);
    });
    expect(lost).toEqual([]);
  });

  it('gives no shape twice', () => {
    const shapes = [...PLACES.values()].flatMap((place) => place.shape ?? []);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('holds every point on the globe', () => {
    for (const { point } of PLACES.values()) expect(Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90).toBe(true);
  });
});

describe('the map', () => {
  it('counts a country once for an event, however many of its people take part', () => {
    const reading = abroad();
    expect(involvement(reading, visible(reading, EVERYTHING)).map((one) => [one.code, one.claims])).toEqual([['FRA', 2], ['JPN', 2]]);
  });

  it('draws what goes from one country to another as a route, the rest where it belongs', () => {
    const reading = abroad();
    const found = routes(reading, visible(reading, EVERYTHING));
    expect(found.arcs).toEqual([{ event: 'met', from: 'country FRA', to: 'country JPN', side: 0 }]);
    expect(found.nowhere).toEqual([]);
    expect(found.at.map((one) => [one.event, one.stop])).toEqual([['hit', 'country JPN']]);
  });

  it('bends routes between the same two to different sides', () => {
    expect(bow([0, 0], [100, 0], 0).along[0]).not.toEqual(bow([0, 0], [100, 0], 1).along[0]);
  });

  it('points a route at its target', () => {
    expect(bow([0, 0], [100, 0], 0).head).not.toEqual(bow([100, 0], [0, 0], 0).head);
  });

  it('shades more for more', () => {
    expect([shade(1, 20), shade(5, 20), shade(20, 20)]).toEqual([1, 2, 4]);
  });
});

describe('the places of the map', () => {
  /** Arca is a town on an island of no country, and may be where the meeting was. */
  const town = (place: string | null) => {
    const { snapshot } = abroad();
    const entities = snapshot.entities.map((one) => (one.id === 'arca' ? { ...one, kind: 'place', point: { latitude: -7.5, longitude: 110.25 } } : one));
    return read({ ...snapshot, entities, events: snapshot.events.map((one) => (one.id === 'met' ? { ...one, place } : one)) });
  };

  it('are those whose point is known, with what they take part in', () => {
    const reading = town('arca');
    expect(spots(reading, visible(reading, EVERYTHING))).toEqual({ known: [{ id: 'arca', name: 'Arca', point: [110.25, -7.5], claims: 3 }], unknown: 0 });
    const { snapshot } = reading;
    const lost = read({ ...snapshot, entities: snapshot.entities.map((one) => ({ ...one, point: null })) });
    expect(spots(lost, visible(lost, EVERYTHING))).toEqual({ known: [], unknown: 1 });
  });

  it('hold what happened there, and are ends of what goes from one to another', () => {
    const there = town('arca');
    expect(routes(there, visible(there, EVERYTHING)).at.map((one) => [one.event, one.stop])).toEqual([['met', 'arca'], ['hit', 'arca']]);
    const elsewhere = town(null);
    expect(routes(elsewhere, visible(elsewhere, EVERYTHING)).arcs.map((one) => [one.from, one.to])).toEqual([['country FRA', 'country JPN']]);
  });

  it('that are hidden leave their events to their country', () => {
    const reading = town('arca');
    const shown = visible(reading, EVERYTHING);
    const hidden = { ...shown, nodes: new Set([...shown.nodes].filter((id) => id !== 'arca')) };
    expect(routes(reading, hidden).arcs).toHaveLength(1);
  });
});

describe('the page', () => {
  it('fills a room that is smaller and stands in the middle of one that is larger', () => {
    expect(within(40, 1000, 700)).toBe(0);
    expect(within(-900, 1000, 700)).toBe(-300);
    expect(within(-120, 1000, 700)).toBe(-120);
    expect(within(-500, 400, 700)).toBe(150);
  });
});

describe('the middle of the map', () => {
  it('is between the places, also across the date line', () => {
    expect(middle([])).toBe(0);
    expect(middle([107])).toBe(110);
    expect(middle([-100, 10])).toBe(-40);
    expect(middle([10, -100])).toBe(-40);
    // From Jakarta to Washington the short way is over the Pacific.
    expect(middle([107, -77])).toBe(-160);
    expect(middle([170, -170])).toBe(-180);
    expect(middle([100, 120, -98])).toBe(-180);
  });
});
