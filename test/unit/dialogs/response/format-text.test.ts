import { formatText } from '../../../../dialogs/response/format-text.ts';

const en = { locale: 'en', zone: 'America/New_York', spoken: false } as const;
const ja = { locale: 'ja', zone: 'Asia/Tokyo', spoken: false } as const;
const aloud = { ...en, spoken: true };

describe('a text', () => {
  it('writes a calendar date as it stands, whatever the zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
      expect(formatText('{eta, date, ::EEEEdMMMM}', { eta: '2026-11-24' }, { ...en, zone })).toBe(
        'Tuesday, November 24',
      );
    }
    expect(formatText('{eta, date, ::EEEEdMMMM}', { eta: '2026-11-24' }, ja)).toBe('11月24日火曜日');
  });

  it("writes an instant by the customer's clock", () => {
    const at = { at: '2026-11-24T23:30:00.000Z' };
    expect(formatText('{at, date, ::dMMM} {at, time, ::Hmm}', at, ja)).toBe('11月25日 8:30');
    expect(formatText('{at, date, ::dMMM}', at, en)).toBe('Nov 24');
  });

  it('takes plural, select and money', () => {
    expect(formatText('{n, plural, one {# day} other {# days}}', { n: 1 }, en)).toBe('1 day');
    expect(formatText('{s, select, a {A} other {B}}', {}, en)).toBe('B');
    expect(formatText('{price}', { price: { amount: 7980, currency: 'JPY' } }, ja)).toBe('7,980円');
    expect(formatText('{price, number, ::currency/USD}', { price: { amount: 79.8, currency: 'USD' } }, en)).toBe(
      '$79.80',
    );
  });

  it('keeps speech tags for the ear and drops them for the eye', () => {
    const text = 'Order <spell>{order}</spell><pause>300ms</pause>, <slow>slowly</slow>.';
    expect(formatText(text, { order: 'AB1' }, aloud)).toBe(
      'Order <spell>AB1</spell><pause>300ms</pause>, <slow>slowly</slow>.',
    );
    expect(formatText(text, { order: 'AB1' }, en)).toBe('Order AB1, slowly.');
  });

  it("never lets a customer's words become a tag", () => {
    expect(formatText('{name}', { name: '<break/>&' }, aloud)).toBe('&lt;break/&gt;&amp;');
  });

  it('shows no syntax where a date is lacking inside a choice', () => {
    const source = 'Packed{state, select, next {} other { on {on, date, ::dMMM}}}';
    expect(formatText(source, { state: 'done' }, { locale: 'en', zone: 'UTC', spoken: false })).toBe('Packed on ');
    expect(formatText(source, { state: 'next' }, { locale: 'en', zone: 'UTC', spoken: false })).toBe('Packed');
  });

  it('leaves a gap rather than failing', () => {
    expect(formatText('Due {eta, date, ::dMMM}.', {}, en)).toBe('Due .');
    expect(formatText('Due {eta, date, ::dMMM}.', { eta: 'soon' }, en)).toBe('Due .');
    expect(formatText('broken {', {}, en)).toBe('broken');
    expect(formatText('{list}', { list: [1] }, en)).toBe('');
  });
});
