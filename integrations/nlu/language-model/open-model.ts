import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';

/** Where a model is reached. */
export interface ModelEndpoint {
  /** Up to the path before `/chat/completions`: `https://models.example/v1`. */
  readonly url: string;
  /** The model's name there. */
  readonly model: string;
  /** Sent as bearer token. */
  readonly key?: string | undefined;
}

/** A model behind any endpoint that speaks the OpenAI protocol and keeps to a JSON schema (`response_format: json_schema`). */
export function openModel({ url, model, key }: ModelEndpoint): LanguageModel {
  return createOpenAICompatible({
    name: 'language-model',
    baseURL: url.replace(/\/+$/, ''),
    supportsStructuredOutputs: true,
    // A redirect would carry the key and the words to where nobody has sent them.
    fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }),
    ...(key === undefined ? {} : { apiKey: key }),
  }).chatModel(model);
}
