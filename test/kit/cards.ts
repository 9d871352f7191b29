import type { Card } from '../../dialogs/protocol/message.ts';

const picture = { url: '/shop/products/kettle.svg', alt: 'The kettle' };

/** One card of each shape, as the dialogs send them. */
export const CARDS: Readonly<Record<NonNullable<Card['shape']>, Card>> = {
  plain: {
    title: 'Order AB123456',
    subtitle: 'Placed on November 20',
    fields: [
      { label: 'Total', value: '$449.00, tax included' },
      { label: 'To', value: 'Osaka' },
    ],
    buttons: [{ text: 'The invoice', open: 'https://example.com/invoice' }],
  },
  timeline: {
    shape: 'timeline',
    title: 'Order AB123456',
    timeline: [
      { label: 'Ordered', at: '2026-11-20T01:12:00Z', state: 'done' },
      { label: 'In Nagoya', at: 'this morning', state: 'now' },
      { label: 'Delivery', at: '2026-11-24', state: 'next' },
    ],
  },
  product: { shape: 'product', title: 'Yu electric kettle', subtitle: 'AZKT1234567', image: picture },
  comparison: {
    shape: 'comparison',
    title: 'Protection plans',
    items: [
      {
        title: 'Monthly',
        subtitle: '$7.98',
        fields: [{ label: 'Accidents', value: 'Not covered' }],
        buttons: [{ text: 'Choose', choose: 'monthly' }],
      },
      {
        title: 'Yearly',
        subtitle: '$79.80',
        fields: [{ label: 'Accidents', value: '1 a year' }],
        buttons: [{ text: 'Choose', choose: 'yearly' }],
      },
    ],
  },
  guide: {
    shape: 'guide',
    title: 'Step 2 of 5',
    subtitle: 'Take the tank out and look at the valve.',
    image: picture,
    buttons: [
      { text: 'It works', choose: 'done' },
      { text: 'It did not help', choose: 'no_help' },
      { text: 'I can’t do that', choose: 'cannot' },
    ],
  },
};
