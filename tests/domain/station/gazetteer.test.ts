/** A gazetteer as it is packed into columns and opened again: what is left out of them, and what still finds a place. */
import { gcj02 } from '@yugong/domain/geo';
import { openGazetteer, packGazetteer, type GazetteerPlace } from '@yugong/domain/station';

const place = (name: string, more: Partial<GazetteerPlace> = {}): GazetteerPlace => ({
  name,
  kind: 'landmark',
  aliases: [],
  adcode: '500103',
  at: gcj02(106.577, 29.557),
  radius: 500,
  ...more,
});
const readings: Record<string, string[]> = { 红: ['hong'], 土: ['tu'], 地: ['di', 'de'] };
const opened = (...places: GazetteerPlace[]) => packGazetteer(places, (character) => readings[character] ?? []);

describe('a gazetteer', () => {
  const metro = place('红土地', { kind: 'metro', aliases: ['红土地站', '红土地', '十号线红土地'], adcode: '500105' });
  const station = place('北站', { aliases: ['北', '火车北站'], at: gcj02(106.5512, 29.6089), radius: 2000 });
  const columns = opened(metro, station);
  const gazetteer = openGazetteer(columns);

  it('gives back every place as it was, to a thousandth of a degree', () => {
    expect(gazetteer.count).toBe(2);
    expect(gazetteer.place(0)).toEqual({ ...metro, aliases: ['十号线红土地'] });
    expect(gazetteer.place(1)).toEqual({ ...station, aliases: ['火车北站'], at: gcj02(106.551, 29.609) });
  });

  it('keeps no alias that the name itself finds, nor the 站 of a metro station', () => {
    expect(columns.aliases).toBe('十号线红土地\n火车北站');
    const short = opened(place('红土地', { kind: 'metro', aliases: ['红土地站', '红土'] }));
    expect(short.aliases).toBe('');
    expect(opened(place('红土', { aliases: ['红土站'] })).aliases).toBe('红土站');
  });

  it('keeps the readings of the characters that have any, each once', () => {
    expect([columns.characters, columns.readings]).toEqual(['土地红', 'tu,di|de,hong']);
  });

  it.each(['红土地', '红土地站', 'hongtudi', 'htd', 'hongtude', '十号线'])('finds a metro station by %s', (text) => {
    expect(gazetteer.search(text, () => null).map(({ name }) => name)).toEqual(['红土地']);
  });

  it('finds with the district beside the name, and nothing by a word that is of neither', () => {
    const title = (adcode: string) => (adcode === '500105' ? '江北区' : '渝中区');
    expect(gazetteer.search('江北 红土', title).map(({ name }) => name)).toEqual(['红土地']);
    expect(gazetteer.search('渝中 红土', title)).toEqual([]);
  });

  it('tells the nearest place', () => {
    expect(gazetteer.nearest(gcj02(106.552, 29.61)).name).toBe('北站');
    expect(gazetteer.nearest(gcj02(106.577, 29.56)).name).toBe('红土地');
  });
});
