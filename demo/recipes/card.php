<?php
/**
 * The card in the page's own markup, made while the server renders the article.
 *
 *     require 'card.php';
 *     echo key_points_card($article_html, 'https://news.example/story');
 *
 * KEY_POINTS_ENDPOINT is the API's folder, KEY_POINTS_KEY what CMS_KEY is at the endpoint.
 * Keep what it gives with the article: it changes when the article does.
 */

/**
 * @param string $html of the article: its page, or its text with paragraphs
 * @param string $url of the article
 * @param array $options of the API: quotes, denials, lang …
 * @return string the markup, or '' where there is nothing to show: an article comes out in any case
 */
function key_points_card(string $html, string $url, array $options = []): string
{
    $endpoint = getenv('KEY_POINTS_ENDPOINT') ?: 'http://127.0.0.1:8787/v1/';
    $headers = ['Content-Type: text/html; charset=utf-8'];
    if ($key = getenv('KEY_POINTS_KEY')) {
        $headers[] = "Authorization: Bearer $key";
    }
    $request = stream_context_create(['http' => ['method' => 'POST', 'header' => $headers, 'content' => $html, 'timeout' => 3, 'ignore_errors' => true]]);
    $card = @file_get_contents($endpoint . 'card?' . http_build_query(['format' => 'html', 'url' => $url] + $options), false, $request);
    if ($card === false || !preg_match('/class="key-points-(quotes|denials)"/', $card)) {
        error_log("no card of $url: " . ($card === false ? 'the endpoint does not answer' : $card));
        return '';
    }
    return "<key-points mode=\"inline\">$card</key-points>";
}
