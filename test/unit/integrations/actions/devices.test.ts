import type { Json } from '../../../../dialogs/protocol/value.ts';
import { tellsOfDanger } from '../../../../integrations/diagnostics/danger-words.ts';
import { nextStep } from '../../../../integrations/diagnostics/next-step.ts';
import { aStage } from '../../../kit/company/a-stage.ts';

type Fields = Record<string, Json>;
const fields = (output: Json | undefined) => output as Fields;

describe('words of danger', () => {
  it.each([
    ...[
      'there is smoke coming out',
      'it smells like burning plastic',
      'the battery is swollen',
      'I got a shock when I touched it',
      'it gets too hot to touch',
      'sparks!',
      'it overheats',
      'the back is bulging',
    ],
    ...[
      '煙が出ています',
      '焦げ臭いです',
      'バッテリーが膨らんでいます',
      '触ったら感電しました',
      '異常に熱いです',
      '火花が散った',
      '本体が膨張している',
      'ビリビリします',
    ],
  ])('are heard in "%s"', (words) => expect(tellsOfDanger(words)).toBe(true));

  it.each([
    ...[
      'the coffee is not hot',
      'my rice is burnt at the bottom',
      'it stopped working',
      'the water is not hot enough',
      'the battery does not last',
    ],
    ...['コーヒーがぬるい', 'ご飯が焦げます', '電池がすぐ切れる', 'お湯が熱くならない'],
  ])('are not heard in "%s"', (words) => expect(tellsOfDanger(words)).toBe(false));
});

describe('a guided diagnosis', () => {
  const text = { en: 'x', ja: 'x' };
  const step = (id: string, next = {}) => ({ id, text, speech: text, next });
  const symptom = {
    id: 's',
    name: text,
    words: { en: ['x'], ja: ['x'] },
    danger: false,
    causes: [],
    steps: [step('a', { cannot_do: 'c' }), step('b'), step('c', { did_not_help: 'no_more' }), step('d')],
  };
  const nextAfter = (...tried: [string, 'done' | 'did_not_help' | 'cannot_do'][]) =>
    nextStep(
      symptom,
      tried.map(([id, result]) => ({ step: id, result })),
    );

  it('follows the answers from step to step and ends where the guide says', () => {
    expect(nextAfter()).toMatchObject({ step: { id: 'a' }, number: 1, of: 3 });
    expect(nextAfter(['a', 'did_not_help'])).toMatchObject({ step: { id: 'b' }, number: 2, of: 3 });
    expect(nextAfter(['a', 'cannot_do'])).toMatchObject({ step: { id: 'c' }, number: 2, of: 2 });
    expect(nextAfter(['a', 'done'], ['b', 'did_not_help'], ['c', 'did_not_help'])).toBeUndefined();
    expect(nextAfter(['a', 'done'], ['b', 'did_not_help'], ['c', 'cannot_do'])).toMatchObject({ step: { id: 'd' } });
  });

  it('ends for every symptom of every product within twenty steps, whatever is answered', async () => {
    const stage = aStage();
    for (const product of stage.world.products.map((one) => one.id)) {
      const listed = await stage.act('find_symptom', { product, words: '' });
      for (const symptomId of (fields(listed.output)['symptoms'] as Fields[]).map((one) => one['value']!)) {
        for (const last_result of ['done', 'did_not_help', 'cannot_do']) {
          let state: Fields = {};
          let steps = 0;
          for (; steps < 20; steps++) {
            const next = await stage.act('next_diagnosis_step', { product, symptom: symptomId, ...state });
            if (next.outcome !== 'ok') break;
            state = { tried: fields(next.output)['tried']!, last_step: fields(next.output)['step']!, last_result };
          }
          expect(steps).toBeGreaterThan(0);
          expect(steps).toBeLessThan(20);
        }
      }
    }
  });

  it('is kept for tonight, and found again in another conversation of the same verified customer', async () => {
    const stage = aStage();
    const who = stage.verified('C10001');
    const input = { product: 'kettle', symptom: 'leaking', tried: [{ step: 'x', result: 'done' }] };
    expect(await stage.act('load_diagnosis', {}, who)).toEqual({ outcome: 'none' });
    await stage.act('save_diagnosis', input, who);
    const loaded = await stage.act('load_diagnosis', {}, { ...who, conversationId: 'tomorrow', locale: 'ja' });
    expect(loaded).toMatchObject({ outcome: 'ok', output: { product_name: '電気ケトル ユー', steps_tried: 1 } });
    expect(await stage.act('load_diagnosis', {}, { conversationId: 'stranger' })).toEqual({ outcome: 'none' });
  });
});

describe('devices', () => {
  it.each([
    ['my espreso machine leaks', 'en', 'espresso_machine'],
    ['the robovac', 'en', 'robot_vacuum'],
    ['our headphones', 'en', 'headphones'],
    ['たぶれっとが動かない', 'ja', 'tablet'],
    ['炊飯器のふたが閉まらない', 'ja', 'rice_cooker'],
    ['ルータの電源が入らない', 'ja', 'router'],
  ] as const)('are named by "%s"', async (words, locale, product) => {
    expect(await aStage().act('find_product', { words }, { locale })).toMatchObject({
      outcome: 'ok',
      output: { product },
    });
  });

  it.each(['the box arrived', '届いたはこが開かない', 'it is back', 'まどを開けた'])(
    'are not named by "%s"',
    async (words) => {
      expect((await aStage().act('find_product', { words })).outcome).toBe('none');
    },
  );

  it('show their warranty to the owner, and by the number on the label, as often as five times', async () => {
    const stage = aStage();
    const customer = stage.customerWith((one) => one.devices.length > 0);
    const { product, serial } = customer.devices[0]!;
    expect(await stage.act('check_warranty', { product })).toEqual({ outcome: 'not_proved' });
    const own = await stage.act('check_warranty', { product }, stage.verified(customer.id));
    expect(own).toMatchObject({ outcome: 'ok', output: { product, warranty_until: expect.any(String) } });
    for (let look = 0; look < 5; look++)
      expect((await stage.act('check_warranty', { serial: ` ${serial.toLowerCase()} ` })).outcome).toBe('ok');
    expect(await stage.act('check_warranty', { serial })).toEqual({ outcome: 'too_many_tries' });
  });

  it('are repaired by one offer, once', async () => {
    const stage = aStage();
    const customer = stage.customerWith((one) => one.devices.length > 0);
    const who = stage.verified(customer.id);
    const offer = fields((await stage.act('prepare_repair', { product: customer.devices[0]!.product }, who)).output);
    const booked = await stage.act('book_repair', { offer_id: offer['id']! }, who);
    expect(booked).toMatchObject({
      outcome: 'ok',
      output: { repair_id: expect.stringMatching(/^RP-\d{6}$/), pickup_on: offer['pickup_on'] },
    });
    expect(await stage.act('book_repair', { offer_id: offer['id']! }, who)).toEqual(booked);
  });
});

describe('what is known about a customer', () => {
  it('is shown masked, with the consents that stand, and erased on request', async () => {
    const stage = aStage();
    const { id } = stage.customerWith((one) => one.orders.length > 1);
    const who = stage.verified(id);
    await stage.act('record_consent', { purpose: 'handoff', granted: true }, who);
    stage.clock.now = new Date(stage.clock.now.getTime() + 1000);
    await stage.act('record_consent', { purpose: 'training', granted: true }, who);
    stage.clock.now = new Date(stage.clock.now.getTime() + 1000);
    await stage.act('record_consent', { purpose: 'training', granted: false }, who);
    const known = await stage.act('what_we_know', {}, who);
    expect(known).toMatchObject({
      outcome: 'ok',
      output: {
        email: expect.stringContaining('•••@'),
        phone: expect.stringMatching(/^•••\d{4}$/),
        consents: ['handoff'],
      },
    });
    const gone = await stage.act('forget_me', {}, who);
    expect(gone).toMatchObject({ outcome: 'ok', output: { kept: expect.arrayContaining(['orders_and_invoices']) } });
    // What stays says that it was done, and not for whom.
    expect(stage.written).toMatchObject([{ kind: 'audit', outcome: 'customer_forgotten' }]);
    expect(JSON.stringify(stage.written)).not.toContain(id);
  });

  it('takes a survey once per turn', async () => {
    const stage = aStage();
    const answers = { solved: true, ease: 5, comment: 'ok' };
    await stage.act('save_survey', answers, { idempotencyKey: 't' });
    await stage.act('save_survey', answers, { idempotencyKey: 't' });
    expect(stage.written).toEqual([
      expect.objectContaining({ kind: 'survey', body: expect.objectContaining({ solved: true, ease: 5 }) }),
    ]);
  });
});
